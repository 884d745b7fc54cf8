package io.burgee.core.model;

import io.burgee.core.Bounds;
import io.burgee.core.Check;
import io.burgee.core.Hook;
import io.burgee.core.HookType;
import io.burgee.core.Outcome;
import io.burgee.core.Plan;
import io.burgee.core.Progress;
import io.burgee.core.Stage;
import io.burgee.core.Strategy;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is checked: a strategy, and what its spec can be edited to.
 *
 * @param plans the first is the one that a run begins with
 */
record Setup(String name, List<Plan> plans, List<Plan> suspended) {

  @Override
  public String toString() {
    return name;
  }

  Setup(String name, List<Plan> plans) {
    this(name, plans, plans.stream().map(plan -> copy(plan, plan.hooks(), true)).toList());
  }

  Plan plan(Spec spec) {
    return spec.suspended() ? suspended.get(spec.plan()) : plans.get(spec.plan());
  }

  /** How many templates users have; the last is only applied at the very end. */
  int templates() {
    return 3;
  }

  /** Every question has three answers: with all of them asked, less is already more. */
  int bound(int usual) {
    return plans.getFirst().hooks().size() > 2 ? Math.max(0, usual - 1) : usual;
  }

  String describe(int number) {
    var plan = plans.get(number);
    return plan.skipAnalysis()
        ? "skipAnalysis"
        : plan.strategy().label() + ", threshold " + plan.threshold();
  }

  /** The strategies of the reference. */
  static List<Setup> all() {
    return List.of(
        strategy("weights", linear(false)),
        strategy(
            "stepWeights", new Strategy.Weighted(List.of(new Weight(20), new Weight(80)), false)),
        strategy("A/B", new Strategy.AbTesting(2)),
        strategy("blue/green", new Strategy.BlueGreen(2, true, false)),
        strategy("blue/green with mirror", new Strategy.BlueGreen(1, true, true)),
        strategy("mirror then weights", linear(true)),
        new Setup(
            "skipAnalysis",
            List.of(plan(linear(false), 2, 0, true, true), plan(linear(false), 1, 0, true, false))),
        new Setup(
            "blue/green without a mesh",
            List.of(
                plan(new Strategy.BlueGreen(2, false, false), 2, 0, false, false),
                plan(new Strategy.BlueGreen(2, false, false), 1, 0, false, true))),
        new Setup(
            "returning by steps",
            List.of(
                plan(linear(false), 2, 30, true, false), plan(linear(false), 1, 0, true, false))),
        asking("weights with gates", HookType.CONFIRM_ROLLOUT, HookType.CONFIRM_PROMOTION),
        asking("weights with every hook", HookType.values()));
  }

  private static Setup asking(String name, HookType... types) {
    var hooks = Stream.of(types).map(type -> new Hook(type, type.text())).toList();
    return new Setup(name, List.of(copy(plan(linear(false), 2, 0, true, false), hooks, false)));
  }

  private static Setup strategy(String name, Strategy strategy) {
    var other = strategy instanceof Strategy.AbTesting ? linear(false) : new Strategy.AbTesting(1);
    return new Setup(
        name,
        List.of(
            plan(strategy, 2, 0, true, false),
            plan(other, 1, 0, true, false),
            plan(strategy, 2, 0, true, true)));
  }

  private static Strategy linear(boolean mirrored) {
    return Strategy.Weighted.linear(50, new Weight(50), mirrored);
  }

  private static Plan plan(
      Strategy strategy, int threshold, int back, boolean routed, boolean skip) {
    return new Plan(
        new Plan.Names("podinfo.test", "podinfo.test", "podinfo-primary.test", "Deployment"),
        strategy,
        List.of(new Check("request-success-rate", Bounds.atLeast(99), Times.MINUTE)),
        List.of(),
        Times.MINUTE,
        threshold,
        new Weight(back),
        Duration.ofMinutes(2),
        Times.MINUTE,
        routed,
        false,
        skip,
        false,
        false,
        List.of());
  }

  static Plan copy(Plan p, List<Hook> hooks, boolean suspended) {
    return new Plan(
        p.names(),
        p.strategy(),
        p.checks(),
        hooks,
        p.interval(),
        p.threshold(),
        p.promotionStep(),
        p.progressDeadline(),
        p.drainDelay(),
        p.routed(),
        p.autoscaled(),
        p.skipAnalysis(),
        suspended,
        p.waitOnUnknown(),
        p.warnings());
  }

  /** Where the search begins. */
  List<Step> starts() {
    var starts = new ArrayList<Step>();
    starts.add(Step.of("a Canary is created for a target at v1", 0, fresh()));
    starts.add(
        Step.of(
            "a Canary is at rest with v1, then a user applies v2",
            0,
            Environment.applied(resting(Outcome.SUCCEEDED), 2).next()));
    starts.add(Step.of("v2 has failed and is still applied", 0, resting(Outcome.FAILED)));
    new Takeovers(this).starts().forEach(starts::add);
    return starts;
  }

  private State fresh() {
    var cluster =
        new Cluster(
            Target.at(1),
            new Pods(true, Pods.Health.READY),
            Primary.ABSENT,
            false,
            false,
            Route.ABSENT);
    return state(Progress.none(Times.NOW), cluster);
  }

  /** At rest; after a failed run the target is still at what failed. */
  private State resting(Outcome outcome) {
    var failed = outcome == Outcome.FAILED;
    var v1 = Target.at(1).revision();
    var v2 = Target.at(2).revision();
    var none = Progress.none(Times.NOW);
    var progress =
        new Progress(
            Stage.AT_REST,
            outcome,
            new Progress.Revisions(
                Optional.of(v1), Optional.of(failed ? v2 : v1), Optional.of(failed ? v2 : v1)),
            Traffic.NONE,
            0,
            none.tally(),
            none.times(),
            none.holds(),
            none.heard(),
            0,
            "",
            List.of());
    var route = plans.getFirst().routed() ? Route.of(Traffic.NONE) : Route.ABSENT;
    return state(
        progress,
        new Cluster(Target.at(failed ? 2 : 1), Pods.NONE, Primary.ready(v1), true, true, route));
  }

  static State state(Progress progress, Cluster cluster) {
    return new State(
        new Canary(Spec.FIRST, Times.normal(progress)),
        cluster,
        new Position.Due(),
        Optional.empty(),
        History.NONE);
  }
}
