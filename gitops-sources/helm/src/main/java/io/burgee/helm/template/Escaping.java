package io.burgee.helm.template;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoQuote;
import java.util.Locale;

/** {@code html}, {@code js} and {@code urlquery}. */
final class Escaping {
  private static final String HEX = "0123456789ABCDEF";

  private Escaping() {}

  static String html(String text) {
    var out = new BoundedText(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> out.append('\uFFFD');
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String js(String text) {
    var out = new BoundedText(text.length() + 16);
    text.codePoints().forEach(c -> js(c, out));
    return out.toString();
  }

  private static void js(int c, BoundedText out) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\'' -> out.append("\\'");
      case '"' -> out.append("\\\"");
      case '<', '>', '&', '=' ->
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      default -> {
        if (c < ' ') {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else if (c < 0x80 || GoQuote.isPrintable(c) || isLoneByte(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.ROOT, "\\u%04X", c));
        }
      }
    }
  }

  /** A byte that is no character is printable to Go, as the one that stands for it is. */
  private static boolean isLoneByte(int c) {
    return c <= 0xFFFF && GoStrings.isLoneByte((char) c);
  }

  static String urlQuery(String text) {
    var out = new BoundedText(text.length() + 16);
    for (byte each : GoStrings.encode(text)) {
      int c = each & 0xFF;
      if (c == ' ') {
        out.append('+');
      } else if (isUnreserved(c)) {
        out.append((char) c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-_.~".indexOf(c) >= 0;
  }
}
