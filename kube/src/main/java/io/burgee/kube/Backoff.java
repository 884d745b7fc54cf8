package io.burgee.kube;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a try is repeated: doubling from the first to the longest, each time
 * between the half and the whole of it, so that many failures do not return in step.
 *
 * @param random uniform in [0, 1)
 */
public record Backoff(Duration first, Duration longest, DoubleSupplier random) {
  private static final int ENOUGH_DOUBLINGS = 30;

  /** A fifth of a second to a minute. */
  public static Backoff standard() {
    return new Backoff(Duration.ofMillis(200), Duration.ofMinutes(1), Math::random);
  }

  /**
   * The wait after so many failures in a row.
   *
   * @param failures at least 1
   */
  public Duration after(int failures) {
    var doubled = first.multipliedBy(1L << Math.min(failures - 1, ENOUGH_DOUBLINGS));
    var whole = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofNanos((long) (whole.toNanos() * (0.5 + random.getAsDouble() / 2)));
  }
}
