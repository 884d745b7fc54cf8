package io.burgee.helm.value.time;

/**
 * A number with its unit.
 *
 * @param whole what's in front of the point; no sign
 * @param fraction digits behind it
 * @param scale ten to the number of these
 * @param end where it ends
 */
record DurationPart(long whole, long fraction, double scale, String unit, int end) {
  private static final long OVER_TEN = Long.MAX_VALUE / 10;

  static DurationPart read(String text, int start) {
    int at = start;
    long whole = 0;
    while (isDigit(text, at)) {
      if (whole > OVER_TEN) {
        throw invalid(text);
      }
      whole = whole * 10 + text.charAt(at) - '0';
      if (Long.compareUnsigned(whole, Long.MIN_VALUE) > 0) {
        throw invalid(text);
      }
      at++;
    }
    boolean digits = at > start;
    long fraction = 0;
    double scale = 1;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      while (isDigit(text, at)) {
        if (fraction <= OVER_TEN) {
          fraction = fraction * 10 + text.charAt(at) - '0';
          scale *= 10;
        }
        digits = true;
        at++;
      }
    }
    if (!digits) {
      throw invalid(text);
    }
    int unit = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit(text, at)) {
      at++;
    }
    return new DurationPart(whole, fraction, scale, text.substring(unit, at), at);
  }

  long nanos(long unit, String text) {
    if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
      throw invalid(text);
    }
    long nanos = whole * unit;
    if (fraction > 0) {
      nanos += (long) (fraction * (unit / scale));
      if (Long.compareUnsigned(nanos, Long.MIN_VALUE) > 0) {
        throw invalid(text);
      }
    }
    return nanos;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static RuntimeException invalid(String text) {
    return GoDuration.invalid("invalid duration", text);
  }
}
