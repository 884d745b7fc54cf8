package io.burgee.helm.value;

import org.jspecify.annotations.Nullable;

/**
 * An integer that isn't an {@code int}.
 *
 * @param bits of unsigned ones of 64 bits too
 * @param text what prints it if its type has a String method, such as a month's name
 * @param methods of its type
 */
public record GoInteger(GoType type, long bits, @Nullable String text, Methods methods)
    implements GoTyped {
  private static final Methods NONE = (self, name) -> null;

  /** The methods of a type, bound to one of its values. */
  @FunctionalInterface
  public interface Methods {
    /** Null if there's none of that name. */
    @Nullable GoFunction find(GoInteger self, String name);
  }

  public GoInteger(GoType type, long bits, @Nullable String text) {
    this(type, bits, text, NONE);
  }

  public static GoInteger of(GoType type, long bits) {
    return new GoInteger(type, bits, null);
  }

  public static GoInteger int64(long value) {
    return of(GoType.INT64, value);
  }

  @Override
  public @Nullable GoFunction method(String name) {
    if (text != null && name.equals("String")) {
      return new GoFunction(name, java.util.List.of(), null, arguments -> text);
    }
    return methods.find(this, name);
  }

  /** Numbers are equal by their type and value. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GoInteger that && type.equals(that.type) && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }
}
