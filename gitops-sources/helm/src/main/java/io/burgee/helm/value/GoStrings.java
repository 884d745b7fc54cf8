package io.burgee.helm.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * Go's strings are bytes, ours are UTF-16. A byte that isn't part of a character in UTF-8 is kept
 * as U+DC00 plus its value (a lone surrogate, which no text has), so that nothing is lost between
 * {@link #decode} and {@link #encode}.
 */
public final class GoStrings {
  private static final int LONE = 0xDC00;

  /** As Go sorts: by bytes, which is by code points. */
  public static final Comparator<String> ORDER = GoStrings::compare;

  private GoStrings() {}

  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether that char stands for a byte that is no character. */
  public static boolean isLoneByte(char c) {
    return c >= LONE + 0x80 && c <= LONE + 0xFF;
  }

  /** How many bytes Go's string has. */
  public static int length(String text) {
    return isAscii(text) ? text.length() : encode(text).length;
  }

  /** Go's {@code text[from:to]}: positions are of bytes. */
  public static String slice(String text, int from, int to) {
    if (isAscii(text)) {
      return text.substring(from, to);
    }
    byte[] bytes = encode(text);
    return decode(java.util.Arrays.copyOfRange(bytes, from, to));
  }

  public static byte[] encode(String text) {
    if (!hasLoneByte(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var out = new ByteArrayOutputStream(text.length() + 16);
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean second = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      if (isLoneByte(c) && !second) {
        out.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
        out.write(c - LONE);
        start = i + 1;
      }
    }
    out.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** Whether there is any. */
  public static boolean hasLoneByte(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLoneByte(text.charAt(i))
          && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  public static String decode(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    if (i == bytes.length) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    var out = new StringBuilder(bytes.length);
    i = 0;
    while (i < bytes.length) {
      int size = characterSize(bytes, i);
      if (size == 0) {
        out.append((char) (LONE + (bytes[i] & 0xFF)));
        i++;
      } else {
        out.appendCodePoint(codePoint(bytes, i, size));
        i += size;
      }
    }
    return out.toString();
  }

  /** The length of the character in UTF-8 that begins there; 0 if none does. */
  private static int characterSize(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int size =
        first < 0x80
            ? 1
            : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (size <= 1) {
      return size;
    }
    if (at + size > bytes.length) {
      return 0;
    }
    for (int i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int point = codePoint(bytes, at, size);
    boolean valid =
        size == 2
            || (size == 3 && point >= 0x800 && (point < 0xD800 || point > 0xDFFF))
            || (size == 4 && point >= 0x10000 && point <= 0x10FFFF);
    return valid ? size : 0;
  }

  private static int codePoint(byte[] bytes, int at, int size) {
    int point = size == 1 ? bytes[at] : bytes[at] & (0xFF >> (size + 1));
    for (int i = 1; i < size; i++) {
      point = point << 6 | (bytes[at + i] & 0x3F);
    }
    return point;
  }

  private static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        if (!Character.isSurrogate(a) && !Character.isSurrogate(b)) {
          return Character.compare(a, b);
        }
        return java.util.Arrays.compareUnsigned(encode(left), encode(right));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
