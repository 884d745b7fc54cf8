package io.burgee.helm.template;

import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoQuote;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Go's string literals mean. */
final class Quoting {
  private Quoting() {}

  /** A character as {@code %#U} prints it. */
  static String character(int character) {
    boolean loneByte = character <= 0xFFFF && GoStrings.isLoneByte((char) character);
    int c = loneByte ? 0xFFFD : character;
    var code = String.format(Locale.ROOT, "U+%04X", c);
    return GoQuote.isPrintable(c) ? code + " '" + Character.toString(c) + "'" : code;
  }

  /** What a literal in double quotes or backquotes means; null if it is none. */
  static @Nullable String unquote(String literal) {
    int end = literal.length() - 1;
    if (literal.charAt(0) == '`') {
      return literal.substring(1, end).replace("\r", "");
    }
    var out = new StringBuilder(literal.length());
    boolean bytes = false;
    for (int i = 1; i < end; ) {
      var escape = unescape(literal, i, '"');
      if (escape == null) {
        return null;
      }
      bytes |= escape.isByte();
      escape.appendTo(out);
      i = escape.end();
    }
    return bytes ? GoStrings.decode(GoStrings.encode(out.toString())) : out.toString();
  }

  /** What a constant such as {@code 'a'} means; -1 if it is none, -2 if there is more in it. */
  static int character(String literal) {
    var escape = unescape(literal, 1, '\'');
    if (escape == null) {
      return -1;
    }
    return escape.end() == literal.length() - 1 ? escape.value() : -2;
  }

  /** One character of a literal. */
  private record Escape(int value, boolean isByte, int end) {
    void appendTo(StringBuilder out) {
      if (isByte && value >= 0x80) {
        out.append((char) (0xDC00 + value));
      } else {
        out.appendCodePoint(value);
      }
    }
  }

  private static @Nullable Escape unescape(String text, int at, char quote) {
    if (at >= text.length()) {
      return null;
    }
    int c = text.codePointAt(at);
    if (c == quote) {
      return null;
    }
    if (c != '\\') {
      return new Escape(c, false, at + Character.charCount(c));
    }
    if (at + 1 >= text.length()) {
      return null;
    }
    int end = at + 2;
    return switch (text.charAt(at + 1)) {
      case 'a' -> new Escape(7, false, end);
      case 'b' -> new Escape('\b', false, end);
      case 'f' -> new Escape('\f', false, end);
      case 'n' -> new Escape('\n', false, end);
      case 'r' -> new Escape('\r', false, end);
      case 't' -> new Escape('\t', false, end);
      case 'v' -> new Escape(11, false, end);
      case '\\' -> new Escape('\\', false, end);
      case 'x' -> digits(text, end, 2, 16, true);
      case 'u' -> digits(text, end, 4, 16, false);
      case 'U' -> digits(text, end, 8, 16, false);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(text, at + 1, 3, 8, true);
      case '\'', '"' -> text.charAt(at + 1) == quote ? new Escape(quote, false, end) : null;
      default -> null;
    };
  }

  private static @Nullable Escape digits(
      String text, int from, int count, int radix, boolean isByte) {
    if (from + count > text.length()) {
      return null;
    }
    long value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return null;
      }
      value = value * radix + digit;
    }
    boolean valid =
        isByte
            ? value <= 0xFF
            : value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
    return valid ? new Escape((int) value, isByte, from + count) : null;
  }
}
