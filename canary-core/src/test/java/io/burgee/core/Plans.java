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
    return of(Strategy.Weighted.linear(10, new Weight(30), false)).plan();
  }

  static Plan mirroredFirst() {
    return of(Strategy.Weighted.linear(10, new Weight(30), true)).plan();
  }

  static Plan returningBy(int promotionStep) {
    var draft = of(Strategy.Weighted.linear(10, new Weight(30), false));
    draft.promotionStep = promotionStep;
    return draft.plan();
  }

  static Plan steps(Integer... weights) {
    var steps = Stream.of(weights).map(Weight::new).toList();
    return of(new Strategy.Weighted(steps, false)).plan();
  }

  static Plan blueGreen(int iterations) {
    return of(new Strategy.BlueGreen(iterations, true, false)).plan();
  }

  static Plan mirroredBlueGreen(int iterations) {
    return of(new Strategy.BlueGreen(iterations, true, true)).plan();
  }

  static Plan abTesting(int iterations) {
    return of(new Strategy.AbTesting(iterations)).plan();
  }

  static Plan withoutMesh(int iterations) {
    var draft = of(new Strategy.BlueGreen(iterations, false, false));
    draft.routed = false;
    return draft.plan();
  }

  static Plan skipping() {
    var draft = of(Strategy.Weighted.linear(10, new Weight(30), false));
    draft.skipAnalysis = true;
    return draft.plan();
  }

  static Plan waitingOnUnknown() {
    var draft = of(Strategy.Weighted.linear(10, new Weight(30), false));
    draft.waitOnUnknown = true;
    return draft.plan();
  }

  /** {@code plan} with one hook of each type, named after the type. */
  static Plan asking(Plan plan, HookType... types) {
    var draft = of(plan);
    draft.hooks = Stream.of(types).map(type -> new Hook(type, type.text())).toList();
    return draft.plan();
  }

  static Plan suspended(Plan plan) {
    var draft = of(plan);
    draft.suspended = true;
    return draft.plan();
  }

  static Draft of(Plan plan) {
    var draft = of(plan.strategy());
    draft.hooks = plan.hooks();
    draft.threshold = plan.threshold();
    draft.promotionStep = plan.promotionStep().percent();
    draft.routed = plan.routed();
    draft.skipAnalysis = plan.skipAnalysis();
    draft.suspended = plan.suspended();
    draft.waitOnUnknown = plan.waitOnUnknown();
    draft.warnings = plan.warnings();
    return draft;
  }

  static Draft of(Strategy strategy) {
    return new Draft(strategy);
  }

  /** A plan in the making. */
  static final class Draft {
    Strategy strategy;
    List<Hook> hooks = List.of();
    int threshold = 2;
    int promotionStep;
    boolean routed = true;
    boolean skipAnalysis;
    boolean suspended;
    boolean waitOnUnknown;
    List<String> warnings = List.of();

    private Draft(Strategy strategy) {
      this.strategy = strategy;
    }

    Plan plan() {
      return new Plan(
          new Plan.Names("podinfo.test", "podinfo.test", "podinfo-primary.test", "Deployment"),
          strategy,
          List.of(
              new Check("request-success-rate", Bounds.atLeast(99), INTERVAL),
              new Check("request-duration", Bounds.atMost(500), INTERVAL)),
          hooks,
          INTERVAL,
          threshold,
          new Weight(promotionStep),
          DEADLINE,
          DRAIN,
          routed,
          false,
          skipAnalysis,
          suspended,
          waitOnUnknown,
          warnings);
    }
  }
}
