package io.burgee.helm.schema;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;

/** What a schema has used: of the steps of its render, of depth and of problems. */
final class Gauge {
  /** Of a render for one keyword, which takes about as long as so many nodes of templates. */
  private static final int STEPS = 10;

  private static final int DEEPEST = 5_000;
  private static final int MOST_PROBLEMS = 10_000;

  private final Meter meter;
  private int depth;

  Gauge(Meter meter) {
    this.meter = meter;
  }

  /** A keyword is used; {@link #leave} must follow. */
  void enter() {
    meter.steps(STEPS);
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
