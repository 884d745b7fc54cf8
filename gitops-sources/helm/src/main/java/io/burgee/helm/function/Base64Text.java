package io.burgee.helm.function;

import io.burgee.helm.value.GoStrings;
import java.io.ByteArrayOutputStream;

/** Base 64 as Go reads it: line breaks are left out; an error is given as the text. */
final class Base64Text {
  private Base64Text() {}

  static String decode(String text) {
    byte[] in = GoStrings.encode(text);
    var out = new ByteArrayOutputStream(in.length);
    int at = 0;
    int bits = 0;
    int count = 0;
    while (at < in.length) {
      int c = in[at];
      if (c == '\n' || c == '\r') {
        at++;
        continue;
      }
      int digit = digit(c);
      if (digit < 0) {
        return c == '=' && count >= 2 ? padding(in, at, bits, count, out) : corrupt(at);
      }
      bits = bits << 6 | digit;
      at++;
      if (++count == 4) {
        out.write(bits >> 16);
        out.write(bits >> 8);
        out.write(bits);
        bits = 0;
        count = 0;
      }
    }
    return count == 0 ? GoStrings.decode(out.toByteArray()) : corrupt(at - count);
  }

  private static String padding(
      byte[] in, int first, int bits, int count, ByteArrayOutputStream out) {
    int at = first + 1;
    if (count == 2) {
      at = skipBreaks(in, at);
      if (at >= in.length) {
        return corrupt(in.length);
      }
      if (in[at] != '=') {
        return corrupt(at);
      }
      at++;
    }
    at = skipBreaks(in, at);
    if (at < in.length) {
      return corrupt(at);
    }
    out.write(count == 2 ? bits >> 4 : bits >> 10);
    if (count == 3) {
      out.write(bits >> 2);
    }
    return GoStrings.decode(out.toByteArray());
  }

  private static int skipBreaks(byte[] in, int from) {
    int at = from;
    while (at < in.length && (in[at] == '\n' || in[at] == '\r')) {
      at++;
    }
    return at;
  }

  private static int digit(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  private static String corrupt(int at) {
    return "illegal base64 data at input byte " + at;
  }
}
