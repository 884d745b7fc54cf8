package io.burgee.helm.value;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice that isn't a {@code []interface{}}: its items have all that type. Never changes. */
public final class GoSlice extends AbstractList<@Nullable Object> implements GoTyped {
  private final GoType type;
  private final @Nullable List<? extends @Nullable Object> items;

  private GoSlice(GoType type, @Nullable List<? extends @Nullable Object> items) {
    this.type = type;
    this.items = items;
  }

  public static GoSlice of(GoType type, List<? extends @Nullable Object> items) {
    return new GoSlice(type, items);
  }

  public static GoSlice strings(List<String> items) {
    return new GoSlice(GoType.STRINGS, items);
  }

  /** A nil slice: empty, and {@code null} in JSON. */
  public static GoSlice nil(GoType type) {
    return new GoSlice(type, null);
  }

  public boolean isNil() {
    return items == null;
  }

  @Override
  public GoType type() {
    return type;
  }

  @Override
  public @Nullable Object get(int index) {
    return java.util.Objects.requireNonNull(items).get(index);
  }

  @Override
  public int size() {
    return items == null ? 0 : items.size();
  }
}
