package io.burgee.helm.value;

import org.jspecify.annotations.Nullable;

/**
 * An integer that isn't an {@code int}.
 *
 * @param bits of unsigned ones of 64 bits too
 * @param text what prints it if its type has a String method, such as a month's name
 */
public record GoInteger(GoType type, long bits, @Nullable String text) implements GoTyped {
  public static GoInteger of(GoType type, long bits) {
    return new GoInteger(type, bits, null);
  }

  public static GoInteger int64(long value) {
    return of(GoType.INT64, value);
  }
}
