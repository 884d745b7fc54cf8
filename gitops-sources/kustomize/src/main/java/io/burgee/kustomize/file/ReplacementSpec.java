package io.burgee.kustomize.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replacement: one value, copied to places in other resources. Null is what wasn't said. */
public record ReplacementSpec(
    @Nullable Source source, @Nullable String sourceValue, @Nullable List<Target> targets) {

  /** Where the value is from: exactly one resource, by plain names, and a field of it. */
  public record Source(
      String group,
      String version,
      String kind,
      String name,
      String namespace,
      String fieldPath,
      @Nullable FieldOptions options) {}

  /** Where it goes to. */
  public record Target(
      @Nullable SelectorSpec select,
      List<SelectorSpec> reject,
      List<String> fieldPaths,
      @Nullable FieldOptions options) {}

  /** Which part of a text is meant, and whether what is missing is made. */
  public record FieldOptions(String delimiter, int index, String encoding, boolean create) {}
}
