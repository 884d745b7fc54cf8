package io.burgee.yaml;

/** UTF-8 as Go reads it where it may be broken. */
final class Utf8 {
  private Utf8() {}

  /** The text, with one replacement character for each byte that fits nowhere. */
  static String decode(byte[] bytes) {
    var out = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int width = width(bytes, at);
      if (width == 0) {
        out.append('\ufffd');
        at++;
        continue;
      }
      int code = width == 1 ? bytes[at] : bytes[at] & (0x7f >> width);
      for (int i = 1; i < width; i++) {
        code = code << 6 | (bytes[at + i] & 0x3f);
      }
      out.appendCodePoint(code);
      at += width;
    }
    return out.toString();
  }

  /** The length of the character that starts there, or zero if none does. */
  private static int width(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int width = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (width == 0 || at + width > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < width; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return width;
  }
}
