package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON texts to values and back, as Go's {@code encoding/json} does it. */
public final class JsonCodec {
  private JsonCodec() {}

  /**
   * On one line, keys sorted; what could end a script in HTML is escaped.
   *
   * @throws GoException if JSON can't hold it
   */
  public static String write(@Nullable Object value) {
    return new JsonWriter(true, null).write(value);
  }

  /** The same without those escapes. */
  public static String writeRaw(@Nullable Object value) {
    return new JsonWriter(false, null).write(value);
  }

  /** A line for each member and item. */
  public static String writeIndented(@Nullable Object value, String indent) {
    return new JsonWriter(true, indent).write(value);
  }

  /**
   * The value; numbers are doubles.
   *
   * @throws GoException if the text isn't JSON
   */
  public static @Nullable Object read(String text) {
    return new JsonReader(text, null).read();
  }

  /** The same; what is read is counted. */
  public static @Nullable Object read(String text, Meter meter) {
    return new JsonReader(text, meter).read();
  }

  /**
   * A value and where it ended.
   *
   * @param end behind its last character
   */
  public record Prefix(@Nullable Object value, int end) {}

  /** The value that the text begins with. */
  public static Prefix readPrefix(String text) {
    return new JsonReader(text, null).readPrefix();
  }

  /** A nil slice, which is {@code null}, not an empty list. */
  static boolean isNil(List<?> list) {
    return list instanceof GoSlice slice && slice.isNil();
  }

  static String integer(GoInteger number) {
    return number.type().kind().isUnsigned()
        ? Long.toUnsignedString(number.bits())
        : Long.toString(number.bits());
  }

  /** The text with a replacement character for each byte that is no character. */
  static String valid(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    var out = new StringBuilder(text.length());
    // Bytes that together are a character after all count as one.
    GoStrings.decode(GoStrings.encode(text))
        .codePoints()
        .forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }

  /** What Go says if a value is of another type than asked for. */
  public static String mismatch(Object value, String wanted) {
    var kind =
        switch (value) {
          case Map<?, ?> _ -> "object";
          case List<?> _ -> "array";
          case String _ -> "string";
          case Boolean _ -> "bool";
          default -> "number";
        };
    return "json: cannot unmarshal " + kind + " into Go value of type " + wanted;
  }

  static String typeName(@Nullable Object value) {
    var type = GoType.of(value);
    return type == null ? "nil" : type.name();
  }
}
