package io.burgee.helm.template;

import org.jspecify.annotations.Nullable;

/**
 * A value that Go holds as an {@code interface{}}: an item of a list or map of any types. It shows
 * in errors, and an absent one is not the same as no value at all.
 */
record Boxed(@Nullable Object value) {
  static final Boxed NIL = new Boxed(null);

  static Boxed of(@Nullable Object value) {
    return value == null ? NIL : new Boxed(value);
  }

  static @Nullable Object open(@Nullable Object value) {
    return value instanceof Boxed boxed ? boxed.value : value;
  }
}
