package io.burgee.kustomize.file;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Tag;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/** What scalars of a kustomization file are in JSON, which the real tool makes of it. */
final class JsonScalars {
  private static final Set<String> TRUE = Set.of("y", "yes", "on", "true");

  private JsonScalars() {}

  static boolean isTrue(ScalarNode scalar) {
    return TRUE.contains(scalar.text().toLowerCase(Locale.ROOT));
  }

  /** A key as text: {@code 1} and {@code true} are keys too, nothing isn't. */
  static String key(ScalarNode key, Node value) {
    return switch (key.tag()) {
      case STRING, TIMESTAMP, BINARY -> key.text();
      case BOOL -> Boolean.toString(isTrue(key));
      case INT, FLOAT -> number(key);
      case NULL ->
          throw new BuildException(
              "unsupported map key of type: %!s(<nil>), key: <nil>, value: \"" + value + "\"");
    };
  }

  /** A number as JSON has it. */
  static String number(ScalarNode scalar) {
    var text = scalar.text().replace("_", "");
    if (scalar.tag() == Tag.INT) {
      var integer = integer(text);
      if (integer.bitLength() < 64) {
        return integer.toString();
      }
      return floating(integer.doubleValue());
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".nan" -> throw new BuildException("json: unsupported value: NaN");
      case ".inf", "+.inf" -> throw new BuildException("json: unsupported value: +Inf");
      case "-.inf" -> throw new BuildException("json: unsupported value: -Inf");
      default -> floating(Double.parseDouble(text));
    };
  }

  private static BigInteger integer(String text) {
    boolean negative = text.startsWith("-");
    var digits = negative || text.startsWith("+") ? text.substring(1) : text;
    var lower = digits.toLowerCase(Locale.ROOT);
    BigInteger value;
    if (lower.startsWith("0x")) {
      value = new BigInteger(lower.substring(2), 16);
    } else if (lower.startsWith("0b")) {
      value = new BigInteger(lower.substring(2), 2);
    } else if (lower.startsWith("0o")) {
      value = new BigInteger(lower.substring(2), 8);
    } else if (lower.length() > 1 && lower.startsWith("0")) {
      value = new BigInteger(lower, 8);
    } else {
      value = new BigInteger(lower);
    }
    return negative ? value.negate() : value;
  }

  private static String floating(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e15) {
      return Long.toString((long) value);
    }
    var plain = new BigDecimal(Double.toString(value));
    if (size >= 1e-6 && size < 1e21) {
      return plain.stripTrailingZeros().toPlainString();
    }
    var digits = plain.stripTrailingZeros().unscaledValue().toString();
    int exponent = plain.precision() - plain.scale() - 1;
    int start = digits.startsWith("-") ? 1 : 0;
    var mantissa =
        digits.substring(0, start + 1)
            + (digits.length() > start + 1 ? "." + digits.substring(start + 1) : "");
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
