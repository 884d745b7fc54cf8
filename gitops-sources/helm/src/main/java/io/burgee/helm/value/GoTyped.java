package io.burgee.helm.value;

import org.jspecify.annotations.Nullable;

/** A value that knows its Go type, and may have methods and fields. */
public interface GoTyped {
  GoType type();

  /** The method of that name, bound to this value; null if there is none. */
  default @Nullable GoFunction method(String name) {
    return null;
  }

  /** Whether it is a struct with that field. */
  default boolean hasField(String name) {
    return false;
  }

  /** That field's value; only asked if {@link #hasField}. */
  default @Nullable Object field(String name) {
    throw new IllegalArgumentException(name);
  }

  /**
   * What {@code %v} prints if the value has a say in it (a struct's fields, a String or Error
   * method); null for numbers, slices and maps, which are printed by their contents.
   */
  default @Nullable String text() {
    return null;
  }

  /** What an action prints that is this value alone, where Go asks more of it than {@code %v}. */
  default @Nullable String printed() {
    return text();
  }

  /**
   * What it is in JSON and YAML; most are what they print. The entries of a map are a struct's
   * fields, in their order.
   */
  default @Nullable Object json() {
    return text();
  }
}
