package io.burgee.operator.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and numbers as people read them; what is not known is a dash. */
public final class Texts {
  /** What stands for an unknown value. */
  public static final String NONE = "-";

  private static final double SHOWN_IN_FULL = 1000;

  private Texts() {}

  /** The two largest units that count, such as {@code 2m5s}; under ten seconds with a tenth. */
  public static String duration(Duration duration) {
    var seconds = duration.toMillis() / 1000.0;
    if (seconds < 9.95) {
      return trimmed(String.format(Locale.ROOT, "%.1f", Math.max(0, seconds))) + "s";
    }
    var whole = Math.round(seconds);
    if (whole < 60) {
      return whole + "s";
    }
    if (whole < 3600) {
      return pair(whole / 60, "m", whole % 60, "s");
    }
    return whole < 86400
        ? pair(whole / 3600, "h", whole % 3600 / 60, "m")
        : pair(whole / 86400, "d", whole % 86400 / 3600, "h");
  }

  /** {@code in 12s}, {@code 3s ago} or {@code now}. */
  public static String relative(@Nullable Instant at, Instant now) {
    if (at == null) {
      return NONE;
    }
    var left = Duration.between(now, at);
    if (left.abs().toMillis() < 50) {
      return "now";
    }
    return left.isNegative() ? duration(left.negated()) + " ago" : "in " + duration(left);
  }

  /** Relative, and the moment itself to the second. */
  public static String moment(@Nullable Instant at, Instant now) {
    return at == null ? NONE : relative(at, now) + " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
  }

  /** As {@link #decimal}, if there is one. */
  static String number(@Nullable Double value) {
    return value == null ? NONE : decimal(value);
  }

  /** Three decimals at most, none that say nothing. */
  public static String decimal(double value) {
    var decimals = Math.abs(value) >= SHOWN_IN_FULL ? "%.0f" : "%.3f";
    return trimmed(String.format(Locale.ROOT, decimals, value));
  }

  public static String orNone(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? NONE : value.toString();
  }

  private static String pair(long large, String unit, long small, String smaller) {
    return large + unit + (small == 0 ? "" : small + smaller);
  }

  private static String trimmed(String number) {
    return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
  }
}
