package io.burgee.sandbox.traffic;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** How both sides of a release did lately, for a live view. */
public record Snapshot(Side primary, Side canary, long dropped) {
  /**
   * One workload.
   *
   * @param requestsPerSecond of simulated time; 0 when it got none
   * @param successRate in percent; empty without requests
   * @param p99 latency; empty without requests
   */
  public record Side(
      String workload,
      double requestsPerSecond,
      OptionalDouble successRate,
      Optional<Duration> p99) {}
}
