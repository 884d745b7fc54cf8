package io.burgee.helm.value.format;

/** Real numbers by the bits of their mantissa. */
final class BinaryReals {
  private static final int MANTISSA_BITS = 52;
  private static final long ONE = 1L << MANTISSA_BITS;
  private static final int HEX_DIGITS = MANTISSA_BITS / 4;

  private BinaryReals() {}

  /** Such as {@code 4503599627370496p-52}. */
  static String binary(double value) {
    if (!Double.isFinite(value)) {
      return GoReals.text(value);
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - MANTISSA_BITS;
    return sign(value) + mantissa(value) + "p" + (exponent < 0 ? "" : "+") + exponent;
  }

  /**
   * Such as {@code 0x1.8p+00}.
   *
   * @param precision digits behind the point; negative for as many as there are
   */
  static String hex(double value, int precision) {
    if (!Double.isFinite(value)) {
      return GoReals.text(value);
    }
    long mantissa = mantissa(value);
    int exponent = mantissa == 0 ? 0 : Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
    while (mantissa != 0 && mantissa < ONE) {
      mantissa <<= 1;
      exponent--;
    }
    if (precision >= 0 && precision < HEX_DIGITS) {
      mantissa = rounded(mantissa, MANTISSA_BITS - 4 * precision);
      if (mantissa >= 2 * ONE) {
        mantissa >>= 1;
        exponent++;
      }
    }
    var digits = new StringBuilder(Long.toHexString(mantissa & (ONE - 1)));
    digits.insert(0, "0".repeat(HEX_DIGITS - digits.length()));
    if (precision >= 0) {
      digits.repeat('0', Math.max(0, precision - HEX_DIGITS)).setLength(precision);
    } else {
      while (!digits.isEmpty() && digits.charAt(digits.length() - 1) == '0') {
        digits.setLength(digits.length() - 1);
      }
    }
    int size = Math.abs(exponent);
    return sign(value)
        + "0x"
        + (mantissa >> MANTISSA_BITS)
        + (digits.isEmpty() ? "" : ".")
        + digits
        + (exponent < 0 ? "p-" : "p+")
        + (size < 10 ? "0" : "")
        + size;
  }

  private static long mantissa(double value) {
    long bits = Double.doubleToRawLongBits(value) & (ONE - 1);
    return Math.getExponent(value) < Double.MIN_EXPONENT ? bits : bits | ONE;
  }

  /** Without that many bits at the end, to the nearest; if there are two, to the even one. */
  private static long rounded(long mantissa, int bits) {
    long unit = 1L << bits;
    long rest = mantissa & (unit - 1);
    long down = mantissa - rest;
    boolean up = rest > unit / 2 || (rest == unit / 2 && (down & unit) != 0);
    return up ? down + unit : down;
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }
}
