package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;
import java.util.Locale;

/** Real numbers for the verbs that take them. */
final class Reals {
  private static final int USUAL_PRECISION = 6;

  private Reals() {}

  /**
   * @param bad what to do for other verbs
   */
  static void print(BoundedText out, double value, int verb, Flags flags, Runnable bad) {
    var number = number(value, verb, flags);
    if (number == null) {
      bad.run();
      return;
    }
    boolean negative = number.startsWith("-");
    boolean signed = negative || number.startsWith("+");
    var digits = signed ? number.substring(1) : number;
    var sign = negative ? "-" : flags.plus() ? "+" : flags.space() ? " " : "";
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      flags.padBlank((sign.isEmpty() && signed ? "+" : sign) + digits, out);
      return;
    }
    if (flags.sharp() && verb != 'b') {
      digits = withPoint(digits, verb, flags);
    }
    int zeros = flags.width() - sign.length() - digits.length();
    if (flags.zero() && !flags.minus() && zeros > 0 && !sign.isEmpty()) {
      out.append(sign).repeat('0', zeros).append(digits);
    } else {
      flags.pad(sign + digits, out);
    }
  }

  /** Null if the verb isn't one for reals. */
  private static @org.jspecify.annotations.Nullable String number(
      double value, int verb, Flags flags) {
    int precision = flags.precision();
    return switch (verb) {
      case 'v', 'g', 'G' -> GoReals.format(value, verb == 'G' ? 'G' : 'g', precision);
      case 'e', 'E', 'f', 'F' ->
          GoReals.format(value, (char) verb, flags.hasPrecision() ? precision : USUAL_PRECISION);
      case 'x' -> BinaryReals.hex(value, precision);
      case 'X' -> upper(BinaryReals.hex(value, precision), value);
      case 'b' -> BinaryReals.binary(value);
      default -> null;
    };
  }

  private static String upper(String text, double value) {
    return Double.isFinite(value) ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** With a point in any case, and the zeros at the end that are left out else. */
  private static String withPoint(String number, int verb, Flags flags) {
    int missing =
        "vgGx".indexOf(verb) < 0 ? 0 : flags.hasPrecision() ? flags.precision() : USUAL_PRECISION;
    boolean hex = verb == 'x' || verb == 'X';
    int end = 0;
    boolean point = false;
    boolean significant = false;
    while (end < number.length() && !isExponent(number.charAt(end), hex)) {
      char c = number.charAt(end++);
      point |= c == '.';
      if (c != '.') {
        significant |= c != '0';
        missing -= significant ? 1 : 0;
      }
    }
    var digits = number.substring(0, end);
    if (!point && digits.equals("0")) {
      missing--;
    }
    return digits + (point ? "" : ".") + "0".repeat(Math.max(0, missing)) + number.substring(end);
  }

  private static boolean isExponent(char c, boolean hex) {
    return c == 'p' || c == 'P' || (!hex && (c == 'e' || c == 'E'));
  }
}
