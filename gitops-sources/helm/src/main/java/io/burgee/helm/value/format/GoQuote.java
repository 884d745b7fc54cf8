package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.value.GoStrings;
import java.util.HexFormat;

/** Go's string literals. */
public final class GoQuote {
  private static final HexFormat HEX = HexFormat.of();

  private GoQuote() {}

  /** The text in double quotes, as {@code strconv.Quote} and {@code %q} write it. */
  public static String quote(String text) {
    return quote(text, '"', false);
  }

  static String quote(String text, char mark, boolean asciiOnly) {
    var out = new BoundedText(text.length() + 2).append(mark);
    text.codePoints().forEach(c -> append(out, c, mark, asciiOnly));
    return out.append(mark).toString();
  }

  private static void append(BoundedText out, int c, char mark, boolean asciiOnly) {
    if (c == mark || c == '\\') {
      out.append('\\').append((char) c);
      return;
    }
    switch (c) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (c <= 0xFFFF && GoStrings.isLoneByte((char) c)) {
          out.append("\\x").append(HEX.toHexDigits((byte) c));
        } else if (c < ' ' || c == 0x7F) {
          out.append("\\x").append(HEX.toHexDigits((byte) c));
        } else if (isPrintable(c) && (!asciiOnly || c < 0x80)) {
          out.appendCodePoint(c);
        } else {
          out.append(c <= 0xFFFF ? "\\u" : "\\U");
          out.append(c <= 0xFFFF ? HEX.toHexDigits((char) c) : HEX.toHexDigits(c));
        }
      }
    }
  }

  /** As {@code unicode.IsPrint}. */
  public static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
