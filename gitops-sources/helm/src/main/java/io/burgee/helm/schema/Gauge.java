package io.burgee.helm.schema;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;

/** What a schema has used: of the steps of its render, of depth and of problems. */
final class Gauge {
  private static final int DEEPEST = 5_000;
  private static final int MOST_PROBLEMS = 10_000;

  private final Meter meter;
  private final int steps;
  private int depth;

  /**
   * @param steps of the render that one keyword takes
   */
  Gauge(Meter meter, int steps) {
    this.meter = meter;
    this.steps = steps;
  }

  /** A keyword is used; {@link #leave} must follow. */
  void enter() {
    meter.steps(steps);
    if (++depth > DEEPEST) {
      throw new LimitException(
          "limit exceeded: more than "
              + DEEPEST
              + " keywords in each other; does the schema refer to itself?");
    }
  }

  void leave() {
    depth--;
  }

  void problems(int count) {
    if (count > MOST_PROBLEMS) {
      throw new LimitException(
          "limit exceeded: more than " + MOST_PROBLEMS + " values aren't as the schema says");
    }
  }
}
