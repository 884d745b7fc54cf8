package io.burgee.helm.function;

import io.burgee.helm.value.GoStrings;
import java.io.ByteArrayOutputStream;

/** Base 32 of RFC 4648, with padding; an error is given as the text. */
final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int GROUP = 8;

  private Base32() {}

  static String encode(byte[] bytes) {
    var out = new StringBuilder((bytes.length + 4) / 5 * GROUP);
    long bits = 0;
    int count = 0;
    for (byte each : bytes) {
      bits = (bits << 8 | (each & 0xFF)) & 0xFFFF_FFFFFFFFL;
      count += 8;
      while (count >= 5) {
        count -= 5;
        out.append(DIGITS.charAt((int) (bits >> count) & 31));
      }
    }
    if (count > 0) {
      out.append(DIGITS.charAt((int) (bits << (5 - count)) & 31));
    }
    return out.repeat('=', (GROUP - out.length() % GROUP) % GROUP).toString();
  }

  static String decode(String text) {
    var in = text.replace("\r", "").replace("\n", "");
    var out = new ByteArrayOutputStream(in.length());
    long bits = 0;
    int count = 0;
    int at = 0;
    while (at < in.length() && in.charAt(at) != '=') {
      int digit = DIGITS.indexOf(in.charAt(at));
      if (digit < 0) {
        return corrupt(at);
      }
      bits = (bits << 5 | digit) & 0xFFFF_FFFFFFFFL;
      count += 5;
      if (count >= 8) {
        count -= 8;
        out.write((int) (bits >> count));
      }
      at++;
    }
    return padded(in, at) ? GoStrings.decode(out.toByteArray()) : corrupt(problem(in, at));
  }

  private static boolean padded(String in, int digits) {
    int last = digits % GROUP;
    boolean possible = last == 0 || last == 2 || last == 4 || last == 5 || last == 7;
    int padding = last == 0 ? 0 : GROUP - last;
    return possible
        && in.length() == digits + padding
        && in.substring(digits).chars().allMatch(c -> c == '=');
  }

  private static int problem(String in, int digits) {
    int start = digits / GROUP * GROUP;
    return digits == in.length() ? start : digits;
  }

  private static String corrupt(int at) {
    return "illegal base32 data at input byte " + at;
  }
}
