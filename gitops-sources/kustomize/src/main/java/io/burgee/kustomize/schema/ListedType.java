package io.burgee.kustomize.schema;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of the built-in table. Fields are added while the table is read, not later. */
final class ListedType implements Schema.Type {
  private final Map<String, Schema.Type> fields = new HashMap<>();

  void add(String name, Schema.Type type) {
    fields.put(name, type);
  }

  @Override
  public Schema.@Nullable Type field(String name) {
    return fields.get(name);
  }

  @Override
  public Schema.@Nullable Type items() {
    return null;
  }

  @Override
  public ListMerge listMerge() {
    return ListMerge.REPLACE;
  }

  /** A list that a patch is merged into. */
  record MergedList(Schema.@Nullable Type items, ListMerge listMerge) implements Schema.Type {
    @Override
    public Schema.@Nullable Type field(String name) {
      return null;
    }
  }
}
