package io.burgee.core.model;

import io.burgee.core.Answers;
import io.burgee.core.Decision;
import io.burgee.core.Takeover;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Flagger may leave a Canary, as the shipped takeover goes on with it. */
final class Takeovers {
  private final Setup setup;

  Takeovers(Setup setup) {
    this.setup = setup;
  }

  Stream<Step> starts() {
    var step = setup.plans().getFirst().strategy().steps().getLast();
    return Stream.of(
            taken("Succeeded", 1, 1, Traffic.NONE),
            taken("Failed", 2, 1, Traffic.NONE),
            taken("Failed", 2, 2, Traffic.of(Weight.ALL)),
            taken("Waiting", 2, 1, Traffic.NONE),
            taken("Progressing", 2, 1, Traffic.NONE),
            taken("Progressing", 2, 1, step),
            taken("WaitingPromotion", 2, 1, step),
            taken("Promoting", 2, 2, step),
            taken("Finalising", 2, 2, Traffic.NONE))
        .flatMap(Optional::stream);
  }

  /** The target at one template, the primary at another, and the live route. */
  private Optional<Step> taken(String phase, int target, int primary, Traffic traffic) {
    var plan = setup.plans().getFirst();
    var runs = Target.at(primary).revision();
    var serves = target != primary || traffic.reachesCanary();
    var cluster =
        new Cluster(
            Target.at(target),
            serves ? new Pods(true, Pods.Health.READY) : Pods.NONE,
            Primary.ready(runs),
            true,
            true,
            plan.routed() ? Route.of(traffic) : Route.ABSENT);
    var baseline = Takeover.baseline(Optional.of(runs), Times.NOW);
    var facts = cluster.facts(plan, baseline, Spec.FIRST, Answers.NONE);
    var status = new Takeover.Status(phase, traffic.canary().percent(), 0, 0, false);
    return Takeover.decide(plan, Optional.of(runs), status, facts, Times.NOW)
            instanceof Decision.Move(var next, _)
        ? Optional.of(
            Step.of(
                "Flagger leaves a Canary in phase " + phase + " with the primary at " + runs,
                0,
                Setup.state(next, cluster).with(remembered(phase))))
        : Optional.empty();
  }

  /** The takeover itself is told; what waits for approval was applied by someone. */
  private static History remembered(String phase) {
    return History.NONE.told(true).edited(phase.equals("Waiting"));
  }
}
