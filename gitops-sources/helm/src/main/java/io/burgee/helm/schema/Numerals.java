package io.burgee.helm.schema;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as Helm shows them where it tells about schemas: {@code 1,024} and {@code 1×10⁰⁶}. */
final class Numerals {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int SMALLEST_PLAIN = -4;
  private static final int LARGEST_PLAIN = 5;

  private Numerals() {}

  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String of(double number) {
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (decimal.signum() == 0 || (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN)) {
      var plain = decimal.toPlainString();
      int point = plain.indexOf('.');
      var fraction = point < 0 ? "" : plain.substring(point);
      var sign = number < 0 ? "-" : "";
      return sign + of(decimal.abs().longValue()) + fraction;
    }
    return decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString()
        + "×10"
        + (exponent < 0 ? "⁻" : "")
        + raised(Math.abs(exponent));
  }

  private static String raised(int exponent) {
    var out = new StringBuilder();
    String.format(Locale.ROOT, "%02d", exponent)
        .chars()
        .forEach(digit -> out.append(RAISED.charAt(digit - '0')));
    return out.toString();
  }
}
