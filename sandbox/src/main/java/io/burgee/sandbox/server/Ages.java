package io.burgee.sandbox.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Durations as {@code kubectl} shows them: two units at most, fewer as they grow. */
final class Ages {
  private Ages() {}

  /** How long ago {@code timestamp} was; {@code <unknown>} when it is empty. */
  static String since(String timestamp, Instant now) {
    if (timestamp.isEmpty()) {
      return "<unknown>";
    }
    try {
      return text(Duration.between(Instant.parse(timestamp), now));
    } catch (DateTimeException e) {
      return "<invalid>";
    }
  }

  static String text(Duration age) {
    var seconds = age.toSeconds();
    if (seconds < 0) {
      return seconds < -1 ? "<invalid>" : "0s";
    }
    var minutes = seconds / 60;
    var hours = minutes / 60;
    var days = hours / 24;
    if (seconds < 120) {
      return seconds + "s";
    } else if (minutes < 10) {
      return two(minutes, "m", seconds % 60, "s");
    } else if (minutes < 180) {
      return minutes + "m";
    } else if (hours < 8) {
      return two(hours, "h", minutes % 60, "m");
    } else if (hours < 48) {
      return hours + "h";
    } else if (days < 8) {
      return two(days, "d", hours % 24, "h");
    } else if (days < 730) {
      return days + "d";
    }
    return days < 2920 ? two(days / 365, "y", days % 365, "d") : days / 365 + "y";
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    return small == 0 ? large + unit : large + unit + small + smallUnit;
  }
}
