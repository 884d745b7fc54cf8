package io.burgee.helm.function;

import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoFormat;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Values as numbers and texts, whatever they are; what can't be one is zero. */
final class Casts {
  private static final double TWO_TO_63 = 0x1p63;

  private Casts() {}

  static long integer(@Nullable Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> truncated(number);
      case Boolean truth -> truth ? 1 : 0;
      case String text -> parseInteger(withoutZeroDecimals(text));
      case GoInteger number when isPlain(number) -> number.bits();
      case null, default -> 0;
    };
  }

  static double real(@Nullable Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> number;
      case Boolean truth -> truth ? 1 : 0;
      case String text -> parseReal(text);
      case GoInteger number when isPlain(number) -> number.bits();
      case null, default -> 0;
    };
  }

  /** Durations and the like are no numbers to the library that Sprig asks; months are. */
  private static boolean isPlain(GoInteger number) {
    var name = number.type().name();
    return name.equals(number.type().kind().text())
        || name.endsWith("Month")
        || name.endsWith("Weekday");
  }

  /** What Go's compiled code makes of a number out of range. */
  static long truncated(double value) {
    return value >= -TWO_TO_63 && value < TWO_TO_63 ? (long) value : Long.MIN_VALUE;
  }

  private static String withoutZeroDecimals(String text) {
    boolean zero = false;
    for (int i = text.length(); i > 0; i--) {
      char c = text.charAt(i - 1);
      if (c == '.' && zero) {
        return text.substring(0, i - 1);
      }
      if (c != '.' && c != '0') {
        return text;
      }
      zero |= c == '0';
    }
    return text;
  }

  /** With the prefixes and underscores of Go's literals. */
  private static long parseInteger(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int radix = 10;
    int digits = at;
    if (text.length() > at + 1 && text.charAt(at) == '0') {
      char mark = Character.toLowerCase(text.charAt(at + 1));
      radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
      digits = at + (mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    boolean prefixed = digits > at;
    var number = text.substring(digits);
    if (number.contains("_")) {
      if (number.contains("__") || number.endsWith("_") || (number.startsWith("_") && !prefixed)) {
        return 0;
      }
      number = number.replace("_", "");
    }
    return parse(number, radix, text.startsWith("-"));
  }

  /** Zero if it isn't a number of 64 bits. */
  static long parse(String digits, int radix, boolean negative) {
    if (digits.isEmpty() || digits.length() > 70) {
      return 0;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) >= 0x80 || Character.digit(digits.charAt(i), radix) < 0) {
        return 0;
      }
    }
    var value = new BigInteger(digits, radix);
    var signed = negative ? value.negate() : value;
    return signed.bitLength() < Long.SIZE ? signed.longValue() : 0;
  }

  /** A decimal number; the nearest one of 64 bits if it's larger, zero if it is none. */
  static long saturated(String text) {
    boolean negative = text.startsWith("-");
    var digits = text.substring(negative || text.startsWith("+") ? 1 : 0);
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    var significant = digits.replaceFirst("^0+(?=.)", "");
    long value = parse(significant, 10, negative);
    return value == 0 && !significant.equals("0")
        ? negative ? Long.MIN_VALUE : Long.MAX_VALUE
        : value;
  }

  /** They may stand between digits, and behind the mark of a hexadecimal number. */
  private static String withoutUnderscores(String text) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    boolean hex = text.startsWith("0x") || text.startsWith("-0x") || text.startsWith("+0x");
    for (int i = 0; i < text.length(); i++) {
      boolean behindMark = hex && i > 0 && text.charAt(i - 1) == 'x';
      if (text.charAt(i) == '_'
          && !((behindMark || isDigit(text, i - 1, hex)) && isDigit(text, i + 1, hex))) {
        return text;
      }
    }
    return text.replace("_", "");
  }

  private static boolean isDigit(String text, int at, boolean hex) {
    char c = at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    return (c >= '0' && c <= '9') || (hex && c >= 'a' && c <= 'f');
  }

  static double parseReal(String text) {
    var lower = withoutUnderscores(text.toLowerCase(java.util.Locale.ROOT));
    switch (lower) {
      case "inf", "+inf", "infinity", "+infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-inf", "-infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      case "nan" -> {
        return Double.NaN;
      }
      default -> {}
    }
    if (!lower.matches(
        "[+-]?(0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[+-]?\\d+|(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?)")) {
      return 0;
    }
    double value = Double.parseDouble(lower);
    return Double.isInfinite(value) ? 0 : value;
  }

  /** As Sprig makes texts. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case byte[] bytes -> GoStrings.decode(bytes);
      case null, default -> GoFormat.text(value);
    };
  }

  /** Empty to Sprig: zeros, and what has no items; structs never are. */
  static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case GoTyped typed when typed.type().kind() == Kind.STRUCT -> false;
      default -> !io.burgee.helm.template.Truth.of(value);
    };
  }
}
