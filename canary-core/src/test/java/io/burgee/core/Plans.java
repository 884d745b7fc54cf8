package io.burgee.core;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Plans that the tests share: interval 1 m, threshold 2, deadline 10 m, drain 5 s. */
final class Plans {
  static final Duration INTERVAL = Duration.ofMinutes(1);
  static final Duration DEADLINE = Duration.ofMinutes(10);
  static final Duration DRAIN = Duration.ofSeconds(5);

  private Plans() {}

  /** Steps 10, 20, 30, promoted all at once. */
  static Plan weighted() {
    return plan(Strategy.Weighted.linear(10, new Weight(30)), 0, true, false, false);
  }

  static Plan returningBy(int promotionStep) {
    return plan(Strategy.Weighted.linear(10, new Weight(30)), promotionStep, true, false, false);
  }

  static Plan steps(Integer... weights) {
    var steps = Stream.of(weights).map(Weight::new).toList();
    return plan(new Strategy.Weighted(steps), 0, true, false, false);
  }

  static Plan blueGreen(int iterations) {
    return plan(new Strategy.BlueGreen(iterations, true), 0, true, false, false);
  }

  static Plan withoutMesh(int iterations) {
    return plan(new Strategy.BlueGreen(iterations, false), 0, false, false, false);
  }

  static Plan skipping() {
    return plan(Strategy.Weighted.linear(10, new Weight(30)), 0, true, true, false);
  }

  static Plan waitingOnUnknown() {
    return plan(Strategy.Weighted.linear(10, new Weight(30)), 0, true, false, true);
  }

  private static Plan plan(
      Strategy strategy, int promotionStep, boolean routed, boolean skip, boolean waitOnUnknown) {
    return new Plan(
        new Plan.Names("podinfo.test", "podinfo.test", "podinfo-primary.test", "Deployment"),
        strategy,
        List.of(
            new Check("request-success-rate", Bounds.atLeast(99), INTERVAL),
            new Check("request-duration", Bounds.atMost(500), INTERVAL)),
        INTERVAL,
        2,
        new Weight(promotionStep),
        DEADLINE,
        DRAIN,
        routed,
        false,
        skip,
        false,
        waitOnUnknown);
  }
}
