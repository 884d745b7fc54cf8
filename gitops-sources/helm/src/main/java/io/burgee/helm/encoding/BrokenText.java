package io.burgee.helm.encoding;

import io.burgee.helm.value.GoStrings;
import org.jspecify.annotations.Nullable;

/** What go-yaml says of bytes that are no UTF-8. */
final class BrokenText {
  private BrokenText() {}

  /** Null if it is text. */
  static @Nullable String problem(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean second = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      if (GoStrings.isLoneByte(text.charAt(i)) && !second) {
        return problem(GoStrings.encode(text.substring(i)), text.charAt(i) & 0xFF);
      }
    }
    return null;
  }

  private static String problem(byte[] bytes, int first) {
    int width = first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0;
    if (width == 0) {
      return "invalid leading UTF-8 octet";
    }
    if (width > bytes.length) {
      return "incomplete UTF-8 octet sequence";
    }
    for (int i = 1; i < width; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return "invalid trailing UTF-8 octet";
      }
    }
    return first == 0xC0 || first == 0xC1 || first == 0xE0 || first == 0xF0
        ? "invalid length of a UTF-8 sequence"
        : "invalid Unicode character";
  }
}
