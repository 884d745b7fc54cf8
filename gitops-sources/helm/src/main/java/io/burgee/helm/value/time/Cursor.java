package io.burgee.helm.value.time;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.value.GoStrings;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where reading a date is. */
final class Cursor {
  /** No number. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  String rest() {
    return text.substring(at);
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  int left() {
    return text.length() - at;
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  boolean isDigit(int ahead) {
    return peek(ahead) >= '0' && peek(ahead) <= '9';
  }

  void skipBlank() {
    at += peek(0) == ' ' ? 1 : 0;
  }

  /** That many characters; null if there are not as many left. */
  @Nullable String take(int length) {
    if (left() < length) {
      return null;
    }
    at += length;
    return text.substring(at - length, at);
  }

  /** Text of the layout; any blanks there are any blanks here. Whether it was there. */
  boolean skip(String expected) {
    int i = 0;
    while (i < expected.length()) {
      if (expected.charAt(i) == ' ') {
        if (!isAtEnd() && peek(0) != ' ') {
          return false;
        }
        while (i < expected.length() && expected.charAt(i) == ' ') {
          i++;
        }
        while (peek(0) == ' ') {
          at++;
        }
      } else {
        if (isAtEnd() || peek(0) != expected.charAt(i)) {
          return false;
        }
        i++;
        at++;
      }
    }
    return true;
  }

  /** Up to that many digits, or exactly as many; {@link #NONE} if they aren't there. */
  int number(int digits, boolean exactly) {
    int value = 0;
    int count = 0;
    while (count < digits && isDigit(count)) {
      value = value * 10 + peek(count) - '0';
      count++;
    }
    if (count == 0 || (exactly && count < digits)) {
      return NONE;
    }
    at += count;
    return value;
  }

  /** Which of the names is here, in whatever case; -1 if none is. */
  int name(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      if (text.regionMatches(true, at, name, 0, name.length())) {
        at += name.length();
        return i;
      }
    }
    return -1;
  }

  boolean startsFraction() {
    return (peek(0) == '.' || peek(0) == ',') && isDigit(1);
  }

  /** Of the point and all digits behind it. */
  int fractionLength() {
    int length = 1;
    while (isDigit(length)) {
      length++;
    }
    return length;
  }

  /** With a sign, or {@link #NONE}. */
  static int decimal(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int value = 0;
    for (int i = signed ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      value = value * 10 + c - '0';
    }
    return text.startsWith("-") ? -value : value;
  }

  /** Of a point and digits; what's smaller than a nanosecond is left out. */
  static int nanos(String fraction) {
    char point = fraction.charAt(0);
    var digits = fraction.substring(1, Math.min(fraction.length(), NANO_DIGITS + 1));
    int value = point == '.' || point == ',' ? decimal(digits) : NONE;
    for (int i = digits.length(); i < NANO_DIGITS && value > 0; i++) {
      value *= 10;
    }
    return value;
  }

  /** As the errors of dates quote: all that isn't ASCII by its bytes. */
  static String quote(String text) {
    var out = new BoundedText(text.length() + 2).append('"');
    for (byte each : GoStrings.encode(text)) {
      if (each < ' ') {
        out.append("\\x").append(HexFormat.of().toHexDigits(each));
      } else {
        out.append(each == '"' || each == '\\' ? "\\" : "").append((char) each);
      }
    }
    return out.append('"').toString();
  }
}
