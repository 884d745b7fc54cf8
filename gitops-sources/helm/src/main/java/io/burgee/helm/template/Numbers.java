package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as they are written in templates. */
final class Numbers {
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private Numbers() {}

  /**
   * What a number can stand for: an integer, an unsigned one, a real one, or several of these.
   *
   * @param integer null if it is none, or too large
   * @param unsigned its bits
   * @param real null if it is none
   * @param ideal what it is where any type will do; null if it overflows
   */
  record Value(
      @Nullable Long integer,
      @Nullable Long unsigned,
      @Nullable Double real,
      @Nullable Object ideal) {}

  /** The value; a text if it is none: the error. */
  static Object parse(String text, TokenKind kind) {
    if (kind == TokenKind.CHAR_CONSTANT) {
      return character(text);
    }
    if (kind == TokenKind.COMPLEX || text.endsWith("i")) {
      return complex(text, kind);
    }
    var integer = integer(text);
    if (integer != null) {
      return value(integer);
    }
    return real(text);
  }

  private static Object character(String text) {
    int character = Quoting.character(text);
    return switch (character) {
      case -1 -> "invalid syntax";
      case -2 -> "malformed character constant: " + text;
      default -> integer(Long.valueOf(character));
    };
  }

  /** A sum, or an imaginary part alone. */
  private static Object complex(String text, TokenKind kind) {
    int end = text.length() - 1;
    int sign = end;
    while (sign > 0 && !isSignOfPart(text, sign)) {
      sign--;
    }
    Double real = sign == 0 ? (Double) 0.0 : parseReal(text.substring(0, sign));
    Double imaginary = parseReal(text.substring(sign, end));
    if (real == null || imaginary == null) {
      return kind == TokenKind.COMPLEX
          ? "syntax error scanning complex number"
          : "illegal number syntax: " + GoQuote.quote(text);
    }
    var ideal = new Complex(real, imaginary);
    return imaginary == 0 ? value(real, ideal) : new Value(null, null, null, ideal);
  }

  /** Not that of an exponent. */
  private static boolean isSignOfPart(String text, int at) {
    char c = text.charAt(at);
    return (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) < 0;
  }

  private static Value integer(Long value) {
    return new Value(value, value, (double) value, value);
  }

  private static Value value(BigInteger integer) {
    boolean signed = integer.bitLength() < Long.SIZE;
    boolean unsigned = integer.signum() >= 0;
    Long bits = integer.longValue();
    return new Value(
        signed ? bits : null, unsigned ? bits : null, integer.doubleValue(), signed ? bits : null);
  }

  private static Object real(String text) {
    Double real = parseReal(text);
    if (real == null) {
      return "illegal number syntax: " + GoQuote.quote(text);
    }
    boolean hasMark = text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
    if (!hasMark) {
      return "integer overflow: " + GoQuote.quote(text);
    }
    return value(real, real);
  }

  /** It may be an integer too, and an unsigned one. */
  private static Value value(double real, Object ideal) {
    boolean whole = real == Math.rint(real);
    boolean signed = whole && real >= -0x1p63 && real < 0x1p63;
    boolean unsigned = whole && real >= 0 && real < 0x1p64;
    var bits = new BigDecimal(whole ? real : 0).toBigInteger();
    return new Value(
        signed ? (Long) bits.longValue() : null,
        unsigned ? (Long) bits.longValue() : null,
        real,
        ideal);
  }

  private static @Nullable Double parseReal(String text) {
    var plain = text.replace("_", "");
    if (plain.isEmpty() || (text.contains("_") && !underscoresSeparate(text))) {
      return null;
    }
    char last = plain.charAt(plain.length() - 1);
    boolean hex = plain.contains("x") || plain.contains("X");
    if (!hex && (last == 'd' || last == 'D' || last == 'f' || last == 'F')) {
      return null; // Java's own suffixes
    }
    try {
      double value = Double.parseDouble(plain);
      return Double.isInfinite(value) ? null : (Double) value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Null if it is none, or has more than 64 bits. */
  private static @Nullable BigInteger integer(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    boolean negative = text.startsWith("-");
    int radix = 10;
    int digits = at;
    if (text.length() > at + 1 && text.charAt(at) == '0') {
      radix =
          switch (text.charAt(at + 1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
          };
      boolean prefixed = Character.isLetter(text.charAt(at + 1));
      digits = at + (prefixed ? 2 : 1);
    }
    if (text.contains("_") && !underscoresSeparate(text)) {
      return null;
    }
    var plain = text.substring(digits).replace("_", "");
    if (plain.isEmpty() || plain.chars().anyMatch(c -> !isDigit(c))) {
      return null;
    }
    try {
      var value = new BigInteger(plain, radix);
      var signed = negative ? value.negate() : value;
      boolean fits = negative ? signed.bitLength() < Long.SIZE : value.compareTo(LARGEST) <= 0;
      return fits ? signed : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isDigit(int c) {
    return isDigit(c, 16);
  }

  private static boolean isDigit(int c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  /** Each between two digits, or between a prefix and a digit. */
  private static boolean underscoresSeparate(String text) {
    int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
    int radix = hex ? 16 : 10;
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      boolean prefixed = i == start + 2 && "xXoObB".indexOf(text.charAt(i - 1)) >= 0;
      boolean before = i > 0 && isDigit(text.charAt(i - 1), radix);
      boolean after = i + 1 < text.length() && isDigit(text.charAt(i + 1), radix);
      if (!after || !(before || prefixed)) {
        return false;
      }
    }
    return true;
  }
}
