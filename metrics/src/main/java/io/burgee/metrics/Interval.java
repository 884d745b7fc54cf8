package io.burgee.metrics;

import java.time.Duration;
import java.util.regex.Pattern;

/** Durations as Canaries and Prometheus write them: {@code 1m}, {@code 90s}, {@code 1m30s}. */
final class Interval {
  private static final Pattern WHOLE = Pattern.compile("([0-9]+(ms|[smhdw]))+");
  private static final Pattern PART = Pattern.compile("([0-9]+)(ms|[smhdw])");

  private Interval() {}

  /**
   * Its length.
   *
   * @throws IllegalArgumentException if it isn't one, or nothing long
   */
  static Duration parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("interval \"" + text + "\" must be such as 1m or 30s");
    }
    var sum =
        PART.matcher(text)
            .results()
            .map(part -> unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))))
            .reduce(Duration.ZERO, Duration::plus);
    if (sum.isZero()) {
      throw new IllegalArgumentException("interval \"" + text + "\" must be longer than nothing");
    }
    return sum;
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
