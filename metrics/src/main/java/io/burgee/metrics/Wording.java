package io.burgee.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the reference's events write them. */
final class Wording {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Wording() {}

  static String twoDecimals(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** 99, not 99.0. */
  static String shortest(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Such as {@code 500ms}, {@code 1.515s}, {@code 1m0.5s}. */
  static String milliseconds(double value) {
    long total = (long) Math.abs(value);
    var sign = value < 0 ? "-" : "";
    if (total == 0) {
      return "0s";
    }
    if (total < SECOND) {
      return sign + total + "ms";
    }
    var hours = total >= HOUR ? total / HOUR + "h" : "";
    var minutes = total >= MINUTE ? total % HOUR / MINUTE + "m" : "";
    return sign + hours + minutes + shortest(total % MINUTE / (double) SECOND) + "s";
  }
}
