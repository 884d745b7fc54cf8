package io.burgee.sandbox.controllers;

import java.time.Duration;

/** After which simulated time from its creation a pod has a node, runs, and is ready. */
public record Delays(Duration scheduling, Duration starting, Duration readiness) {
  public static final Delays USUAL =
      new Delays(Duration.ofMillis(100), Duration.ofMillis(700), Duration.ofSeconds(2));
}
