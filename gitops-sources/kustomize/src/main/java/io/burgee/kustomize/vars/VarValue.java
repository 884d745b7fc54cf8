package io.burgee.kustomize.vars;

import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Scalars;
import io.burgee.yaml.Tag;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a var.
 *
 * @param whole its text where it stands alone, with its type
 * @param within its text inside other text
 */
record VarValue(String whole, Tag tag, String within) {

  /** The value of a scalar, or null if it isn't one that Go can hold. */
  static @Nullable VarValue of(ScalarNode scalar) {
    return switch (scalar.tag()) {
      case INT -> integer(scalar.text());
      case FLOAT -> Scalars.value(scalar) instanceof Double value ? real(value) : null;
      case BOOL -> {
        var text = String.valueOf(Scalars.value(scalar));
        yield new VarValue(text, Tag.BOOL, text);
      }
      case STRING, NULL, TIMESTAMP, BINARY ->
          new VarValue(scalar.text(), Tag.STRING, scalar.text());
    };
  }

  /** Only decimal digits, other than in YAML; a zero in front means nothing. */
  private static @Nullable VarValue integer(String text) {
    try {
      var number = Long.toString(Long.parseLong(text));
      return new VarValue(number, Tag.INT, number);
    } catch (NumberFormatException notDecimal) {
      return null;
    }
  }

  private static @Nullable VarValue real(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    if (value == 0) {
      var zero = 1 / value < 0 ? "-0" : "0";
      return new VarValue(zero, Tag.FLOAT, zero);
    }
    var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return new VarValue(shortest.toPlainString(), Tag.FLOAT, general(shortest));
  }

  /** With an exponent where the number is very large or small. */
  private static String general(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return number.toPlainString();
    }
    var digits = number.unscaledValue().abs().toString();
    var text = new StringBuilder(number.signum() < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append(exponent < 0 ? "e-" : "e+");
    return text.append(Math.abs(exponent) < 10 ? "0" : "").append(Math.abs(exponent)).toString();
  }
}
