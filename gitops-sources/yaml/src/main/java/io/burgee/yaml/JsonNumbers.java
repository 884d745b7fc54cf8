package io.burgee.yaml;

/** Doubles as Go writes them in JSON, and as what becomes of that in YAML. */
final class JsonNumbers {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private JsonNumbers() {}

  /** An exponent below 1e-6 and from 1e21 on, without a leading zero in it. */
  static void append(StringBuilder out, double value) {
    refuseInfinite(value);
    int from = out.length();
    GoNumbers.append(out, value, -6, 21);
    int length = out.length();
    if (length - from >= 4 && out.charAt(length - 2) == '0' && out.charAt(length - 4) == 'e') {
      out.deleteCharAt(length - 2);
    }
  }

  /** What is integral and fits 64 bits is an integer; other exponents start at 1e-5 and 1e6. */
  static void appendYaml(StringBuilder out, double value) {
    refuseInfinite(value);
    if (value == Math.rint(value) && value >= -TWO_TO_63 && value < TWO_TO_64) {
      int from = out.length();
      GoNumbers.append(out, value, -6, 21);
      if (out.length() - from == 2 && out.charAt(from) == '-' && out.charAt(from + 1) == '0') {
        out.deleteCharAt(from);
      }
      if (fits(out, from)) {
        return;
      }
      out.setLength(from);
    }
    GoNumbers.append(out, value, -4, 6);
  }

  /** The shortest digits of a double near the limits may be more than its value. */
  private static boolean fits(StringBuilder out, int from) {
    return out.length() - from < 19 || !(GoNumbers.parse(out.substring(from)) instanceof Double);
  }

  private static void refuseInfinite(double value) {
    if (Double.isNaN(value)) {
      throw new YamlException("json: unsupported value: NaN");
    }
    if (Double.isInfinite(value)) {
      throw new YamlException("json: unsupported value: " + (value > 0 ? "+Inf" : "-Inf"));
    }
  }
}
