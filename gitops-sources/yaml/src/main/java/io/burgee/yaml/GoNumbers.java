package io.burgee.yaml;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as Go's YAML libraries read them from plain text: decimal, {@code 0x}, {@code 0o} and
 * {@code 0b} prefixes, a leading zero for octal, underscores anywhere.
 */
final class GoNumbers {
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  private GoNumbers() {}

  /**
   * A Long, a BigInteger of 2^63 and above but below 2^64, or a finite Double; null if the text is
   * no number. A text that is an integer beyond 64 bits is a double.
   */
  static @Nullable Number parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if (first == '.') {
      if (text.indexOf('_') < 0) {
        return decimal(text);
      }
      return separatesDigits(text) ? decimal(text.replace("_", "")) : null;
    }
    if (first != '+' && first != '-' && (first < '0' || first > '9')) {
      return null;
    }
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    Number integer = integer(plain);
    if (integer != null) {
      return integer;
    }
    Number fraction = decimal(plain);
    return fraction != null ? fraction : signAfterPrefix(plain);
  }

  /** Whether all underscores have a digit on each side: so it must be behind a leading dot. */
  private static boolean separatesDigits(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      boolean between = i + 1 < text.length() && digit(text.charAt(i - 1));
      if (!between || !digit(text.charAt(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable Number integer(String text) {
    int at = 0;
    boolean signed = false;
    boolean negative = false;
    if (!text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
      signed = true;
      negative = text.charAt(0) == '-';
      at = 1;
    }
    int length = text.length() - at;
    if (length == 0) {
      return null;
    }
    int radix = 10;
    if (text.charAt(at) == '0' && length > 1) {
      radix = length >= 3 ? prefix(text.charAt(at + 1)) : 8;
      at += radix == 8 && (text.charAt(at + 1) | 0x20) != 'o' ? 1 : 2;
      if (length == 2) {
        at = text.length() - 1;
      }
    }
    return digits(text, at, radix, negative, signed);
  }

  private static int prefix(char letter) {
    return switch (letter) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static @Nullable Number digits(
      String text, int from, int radix, boolean negative, boolean signed) {
    if (from >= text.length()) {
      return null;
    }
    long value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return null;
      }
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1L, radix)) > 0) {
        return null;
      }
      long next = value * radix + digit;
      if (Long.compareUnsigned(next, value * radix) < 0) {
        return null;
      }
      value = next;
    }
    if (value >= 0) {
      return negative ? -value : value;
    }
    if (negative) {
      return value == Long.MIN_VALUE ? (Number) value : null;
    }
    return signed ? null : (Number) unsigned(value);
  }

  static BigInteger unsigned(long bits) {
    var value = BigInteger.valueOf(bits);
    return bits < 0 ? value.add(TWO_TO_64) : value;
  }

  /** An optional sign, digits with at most one dot, an optional exponent; nothing else. */
  private static @Nullable Double decimal(String text) {
    int end = text.length();
    int at = end > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int whole = at;
    at = skipDigits(text, at);
    boolean any = at > whole;
    if (at < end && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = skipDigits(text, fraction);
      any |= at > fraction;
    }
    if (!any) {
      return null;
    }
    if (at < end && (text.charAt(at) | 0x20) == 'e') {
      at++;
      if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = at;
      at = skipDigits(text, at);
      if (at == exponent) {
        return null;
      }
    }
    if (at != end) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : (Double) value;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && digit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** {@code 0b-1} and {@code 0o+7}: a sign is taken after the prefix too. */
  private static @Nullable Number signAfterPrefix(String text) {
    if (text.length() < 4 || text.charAt(0) != '0') {
      return null;
    }
    int radix = text.charAt(1) == 'b' ? 2 : text.charAt(1) == 'o' ? 8 : 0;
    char sign = text.charAt(2);
    if (radix == 0 || (sign != '-' && sign != '+')) {
      return null;
    }
    return digits(text, 3, radix, sign == '-', true);
  }

  /**
   * The shortest text that reads back as this value, with an exponent of two digits or more where
   * the decimal exponent is below {@code low} or not below {@code high}.
   */
  static void append(StringBuilder out, double value, int low, int high) {
    String java = Double.toString(Math.abs(value));
    if (value < 0 || (value == 0 && 1 / value < 0)) {
      out.append('-');
    }
    int e = java.indexOf('E');
    int exponent = e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10);
    String mantissa = e < 0 ? java : java.substring(0, e);
    int dot = mantissa.indexOf('.');
    String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    int end = digits.length();
    while (end > start + 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    int point = dot + exponent - start;
    digits = digits.substring(start, end);
    if (digits.equals("0")) {
      out.append('0');
      return;
    }
    if (digits.length() == 2) {
      digits = oneDigitIfEnough(digits, point, Math.abs(value));
    }
    write(out, digits, point, low, high);
  }

  /** Java always gives two digits, Go one if one is enough: the smallest doubles differ. */
  private static String oneDigitIfEnough(String digits, int point, double value) {
    int rounded = (Integer.parseInt(digits) + 5) / 10;
    if (rounded < 10 && Double.parseDouble(rounded + "e" + (point - 1)) == value) {
      return Integer.toString(rounded);
    }
    return digits;
  }

  private static void write(StringBuilder out, String digits, int point, int low, int high) {
    int exponent = point - 1;
    if (exponent < low || exponent >= high) {
      out.append(digits.charAt(0));
      if (digits.length() > 1) {
        out.append('.').append(digits, 1, digits.length());
      }
      out.append('e').append(exponent < 0 ? '-' : '+');
      int size = Math.abs(exponent);
      out.append(size < 10 ? "0" : "").append(size);
    } else if (point <= 0) {
      out.append("0.").repeat('0', -point).append(digits);
    } else if (point >= digits.length()) {
      out.append(digits).repeat('0', point - digits.length());
    } else {
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }
}
