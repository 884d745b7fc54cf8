package io.burgee.helm.value.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Real numbers as {@code strconv.FormatFloat} writes them, of 64 bits. */
public final class GoReals {
  /** As many digits as it takes to read the same number again. */
  public static final int SHORTEST = -1;

  /** Without an exponent, if as few digits as possible are asked for. */
  private static final int LONGEST_PLAIN = 6;

  private GoReals() {}

  /** As {@code %v} prints it: with an exponent below -4 and from 6 on. */
  public static String text(double value) {
    return format(value, 'g', SHORTEST);
  }

  /**
   * The number as text.
   *
   * @param verb e, E, f, F, g or G
   * @param precision or {@link #SHORTEST}
   */
  public static String format(double value, char verb, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    var digits = Digits.of(Math.abs(value), verb, precision);
    var text =
        switch (verb) {
          case 'e', 'E' ->
              exponent(digits, precision == SHORTEST ? digits.count() - 1 : precision, verb);
          case 'f', 'F' ->
              plain(
                  digits,
                  precision == SHORTEST ? Math.max(digits.count() - digits.point(), 0) : precision);
          default -> general(digits, precision, verb);
        };
    return negative ? "-" + text : text;
  }

  private static String general(Digits digits, int precision, char verb) {
    int most = precision == SHORTEST ? LONGEST_PLAIN : precision == 0 ? 1 : precision;
    if (precision != SHORTEST && most > digits.count() && digits.count() >= digits.point()) {
      most = digits.count();
    }
    int exponent = digits.point() - 1;
    if (exponent < -4 || exponent >= most) {
      return exponent(digits, digits.count() - 1, verb == 'g' ? 'e' : 'E');
    }
    return plain(digits, Math.max(digits.count() - digits.point(), 0));
  }

  private static String exponent(Digits digits, int precision, char letter) {
    var out = new StringBuilder();
    out.append(digits.at(0));
    if (precision > 0) {
      out.append('.');
      for (int i = 1; i <= precision; i++) {
        out.append(digits.at(i));
      }
    }
    int exponent = digits.isZero() ? 0 : digits.point() - 1;
    out.append(letter).append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return out.append(size < 10 ? "0" : "").append(size).toString();
  }

  private static String plain(Digits digits, int precision) {
    var out = new StringBuilder();
    if (digits.point() > 0) {
      for (int i = 0; i < digits.point(); i++) {
        out.append(digits.at(i));
      }
    } else {
      out.append('0');
    }
    if (precision > 0) {
      out.append('.');
      for (int i = 0; i < precision; i++) {
        int at = digits.point() + i;
        out.append(at < 0 ? '0' : digits.at(at));
      }
    }
    return out.toString();
  }

  /**
   * A number as {@code 0.d1d2d3... * 10^point}.
   *
   * @param text without zeros at its end; empty for zero
   */
  private record Digits(String text, int point) {
    static Digits of(double value, char verb, int precision) {
      if (value == 0) {
        return new Digits("", 0);
      }
      if (precision == SHORTEST) {
        return of(shortest(value));
      }
      var exact = new BigDecimal(value);
      int magnitude = exact.precision() - exact.scale();
      int scale =
          switch (verb) {
            case 'f', 'F' -> precision;
            case 'e', 'E' -> precision + 1 - magnitude;
            default -> Math.max(precision, 1) - magnitude;
          };
      return of(exact.setScale(scale, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal shortest(double value) {
      var java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      if (java.precision() == 2) {
        // Java gives two digits where one would do, for some of the smallest numbers.
        var one = java.setScale(java.scale() - 1, RoundingMode.HALF_UP);
        if (one.doubleValue() == value) {
          return one;
        }
      }
      return java;
    }

    private static Digits of(BigDecimal decimal) {
      if (decimal.signum() == 0) {
        return new Digits("", 0);
      }
      var plain = decimal.stripTrailingZeros();
      var text = plain.unscaledValue().toString();
      return new Digits(text, text.length() - plain.scale());
    }

    boolean isZero() {
      return text.isEmpty();
    }

    int count() {
      return text.length();
    }

    char at(int index) {
      return index < text.length() ? text.charAt(index) : '0';
    }
  }
}
