package io.burgee.kustomize.jsonpatch;

import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Scalars;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.math.BigDecimal;

/** What is left of a number when it has been a double on its way. */
final class GoNumbers {
  private static final long PLAIN = 1_000_000;
  private static final int LARGE_EXPONENT = 6;
  private static final int SMALL_EXPONENT = -4;

  private GoNumbers() {}

  static ScalarNode asDouble(ScalarNode number) {
    var value = Scalars.value(number);
    if (value instanceof Long integer && Math.abs(integer) < PLAIN) {
      return new ScalarNode(integer.toString(), Tag.INT, Style.PLAIN);
    }
    double real = value instanceof Number any ? any.doubleValue() : Double.NaN;
    if (Double.isNaN(real) || Double.isInfinite(real)) {
      return number.copy();
    }
    var text = text(real);
    boolean integral = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
    return new ScalarNode(text, integral ? Tag.INT : Tag.FLOAT, Style.PLAIN);
  }

  /** The shortest digits that mean the same double; with an exponent from a million on. */
  private static String text(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= SMALL_EXPONENT && exponent < LARGE_EXPONENT) {
      return decimal.toPlainString();
    }
    var digits = decimal.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
