package io.burgee.sandbox.promql;

import java.time.Instant;

/** A sample of a series. {@code stale} marks the series' end, as a vanished target leaves it. */
public record Point(Instant at, double value, boolean stale) {
  public Point(Instant at, double value) {
    this(at, value, false);
  }
}
