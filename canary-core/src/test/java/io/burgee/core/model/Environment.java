package io.burgee.core.model;

import io.burgee.core.Traffic;
import io.burgee.core.Verb;
import io.burgee.core.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What pods, users and time can do. Pods that become ready and time that passes cost nothing while
 * no operator is in the middle of something; all else is a disturbance.
 */
final class Environment {
  private final Setup setup;

  Environment(Setup setup) {
    this.setup = setup;
  }

  /** All that can happen at no more than this cost. */
  List<Step> steps(State s, int most) {
    if (most == 0 && !s.quiet()) {
      return List.of();
    }
    var steps = new ArrayList<Step>();
    become(steps, s);
    pass(steps, s);
    if (most > 0) {
      disturb(steps, s);
    }
    return steps;
  }

  private void disturb(List<Step> steps, State s) {
    lose(steps, s);
    edit(steps, s);
    configure(steps, s);
    meddle(steps, s);
    command(steps, s);
    confuse(steps, s);
  }

  private static void become(List<Step> steps, State s) {
    var cost = s.quiet() ? 0 : 1;
    if (canBecomeReady(s.cluster())) {
      steps.add(Step.of("the canary's pods are ready", cost, canary(s, Pods.Health.READY)));
    }
    if (primaryCanBecomeReady(s.cluster())) {
      steps.add(Step.of("the primary's pods are ready", cost, primary(s, Pods.Health.READY)));
    }
  }

  static boolean canBecomeReady(Cluster c) {
    return c.target().reading() == Target.Reading.FINE
        && c.canary().wanted()
        && c.canary().health() != Pods.Health.READY;
  }

  static boolean primaryCanBecomeReady(Cluster c) {
    return c.primary().pods().wanted() && c.primary().pods().health() != Pods.Health.READY;
  }

  /** To the next instant that means something. */
  private void pass(List<Step> steps, State s) {
    var minutes = nextInstant(s);
    if (minutes > 0) {
      steps.add(
          new Step(
              () -> minutes + " min pass",
              s.quiet() ? 0 : 1,
              minutes,
              s.later(minutes),
              Optional.empty()));
    }
  }

  private int nextInstant(State s) {
    var recorded = Times.next(s.canary().progress(), setup.plan(s.canary().spec()).drainDelay());
    var woken = s.operator() instanceof Position.Asleep(var m) && m > 0 ? m : Integer.MAX_VALUE;
    var next = Math.min(recorded.orElse(Integer.MAX_VALUE), woken);
    return next == Integer.MAX_VALUE ? 0 : next;
  }

  private static void lose(List<Step> steps, State s) {
    var pods = s.cluster().canary();
    if (pods.wanted()) {
      worse(pods.health())
          .forEach(
              health ->
                  steps.add(
                      Step.of(() -> "the canary's pods: " + words(health), 1, canary(s, health))));
    }
    var primary = s.cluster().primary().pods();
    if (primary.wanted()) {
      worse(primary.health())
          .forEach(
              health ->
                  steps.add(
                      Step.of(
                          () -> "the primary's pods: " + words(health), 1, primary(s, health))));
    }
  }

  private static List<Pods.Health> worse(Pods.Health now) {
    return switch (now) {
      case READY -> List.of(Pods.Health.SOME, Pods.Health.DOWN);
      case SOME -> List.of(Pods.Health.DOWN, Pods.Health.STUCK_SOME);
      case DOWN -> List.of(Pods.Health.STUCK);
      case STUCK_SOME -> List.of(Pods.Health.STUCK);
      case STUCK -> List.of();
    };
  }

  static String words(Pods.Health health) {
    return switch (health) {
      case READY -> "all available";
      case SOME -> "some unavailable";
      case DOWN -> "none available";
      case STUCK -> "the rollout is stuck, none available";
      case STUCK_SOME -> "the rollout is stuck, some available";
    };
  }

  static State canary(State s, Pods.Health health) {
    return s.after(s.cluster().withCanary(s.cluster().canary().are(health)));
  }

  static State primary(State s, Pods.Health health) {
    var primary = s.cluster().primary();
    return s.after(s.cluster().with(primary.with(primary.pods().are(health))));
  }

  private void edit(List<Step> steps, State s) {
    var target = s.cluster().target();
    if (target.reading() == Target.Reading.GONE) {
      steps.add(
          Step.of(
              "a user creates the target again",
              1,
              targeting(s, target.reads(Target.Reading.FINE))));
      return;
    }
    IntStream.rangeClosed(1, setup.templates())
        .filter(template -> template != target.template())
        .mapToObj(template -> applied(s, template))
        .forEach(steps::add);
    var gone = targeting(s, target.reads(Target.Reading.GONE)).cluster().withCanary(Pods.NONE);
    steps.add(Step.of("a user deletes the target", 1, s.after(gone)));
  }

  /** A user applies the target with another template. */
  static Step applied(State s, int template) {
    var next = s.cluster().target().isAt(template);
    var edited = targeting(s, next);
    var rolled = edited.after(edited.cluster().withCanary(edited.cluster().canary().rolling()));
    return Step.of(() -> "a user applies " + next.revision(), 1, rolled);
  }

  private static void configure(List<Step> steps, State s) {
    var target = s.cluster().target();
    switch (target.reading()) {
      case GONE -> {}
      case UNREADABLE ->
          steps.add(
              Step.of(
                  "the target's configuration is back",
                  1,
                  s.after(s.cluster().with(target.reads(Target.Reading.FINE)))));
      case BLURRED ->
          steps.add(
              Step.of(
                  "the target can be read again",
                  1,
                  s.after(s.cluster().with(target.reads(Target.Reading.FINE)))));
      case FINE -> {
        var other = target.configured(3 - target.config());
        steps.add(
            Step.of(
                () -> "a user edits the target's configuration: it is at " + other.revision(),
                1,
                targeting(s, other)));
        steps.add(
            Step.of(
                "the target's configuration is deleted",
                1,
                targeting(s, target.reads(Target.Reading.UNREADABLE))));
        steps.add(
            Step.of(
                "the target can't be read for a while",
                1,
                s.after(s.cluster().with(target.reads(Target.Reading.BLURRED)))));
      }
    }
  }

  private static State targeting(State s, Target target) {
    return s.after(s.cluster().with(target)).with(s.history().edited(true));
  }

  /** Hands on what is ours. */
  private void meddle(List<Step> steps, State s) {
    var cluster = s.cluster();
    var route = cluster.route();
    if (route.ours()) {
      for (var weight : List.of(0, 40, 100)) {
        var edited = new Route(route.kind(), Traffic.of(new Weight(weight)));
        if (!edited.equals(route)) {
          steps.add(
              Step.of(
                  () -> "someone sets the canary's weight in the route to " + weight,
                  1,
                  s.after(cluster.with(edited))));
        }
      }
      steps.add(Step.of("someone deletes the route", 1, s.after(cluster.with(Route.ABSENT))));
      if (route.kind() == Route.Kind.OURS) {
        var tampered = new Route(Route.Kind.TAMPERED, route.traffic());
        steps.add(Step.of("someone edits the route", 1, s.after(cluster.with(tampered))));
      }
    }
    if (cluster.apexOnPrimary()) {
      steps.add(
          Step.of("someone turns the Service to the target", 1, s.after(cluster.withApex(false))));
    }
    meddleWithWorkloads(steps, s);
  }

  private static void meddleWithWorkloads(List<Step> steps, State s) {
    var cluster = s.cluster();
    var primary = cluster.primary();
    if (primary.exists()) {
      steps.add(Step.of("someone deletes the primary", 1, s.after(cluster.with(Primary.ABSENT))));
    }
    if (primary.runs().isPresent()) {
      var edited = new Primary(true, Optional.empty(), primary.pods().rolling());
      steps.add(Step.of("someone edits the primary's template", 1, s.after(cluster.with(edited))));
    }
    if (cluster.target().reading() != Target.Reading.GONE) {
      var scaled = cluster.canary().wanted() ? Pods.NONE : cluster.canary().scaledUp();
      steps.add(
          Step.of(
              () -> "someone scales the target " + (scaled.wanted() ? "up" : "to zero"),
              1,
              s.after(cluster.withCanary(scaled))));
    }
  }

  private void command(List<Step> steps, State s) {
    var spec = s.canary().spec();
    if (spec.deleted()) {
      return;
    }
    steps.add(Step.of("a user deletes the Canary", 1, s.after(spec.beingDeleted())));
    steps.add(
        Step.of(
            spec.suspended() ? "a user ends the suspension" : "a user suspends the Canary",
            1,
            s.after(spec.suspended(!spec.suspended()))));
    for (int i = 0; i < setup.plans().size(); i++) {
      var other = i;
      if (other != spec.plan()) {
        steps.add(
            Step.of(
                () -> "a user edits the spec: " + setup.describe(other),
                1,
                s.after(spec.planned(other))));
      }
    }
    for (var verb : Verb.values()) {
      if (!spec.verbs().containsKey(verb)) {
        steps.add(Step.of(() -> "a user says " + verb.text(), 1, s.after(spec.saying(verb))));
      }
    }
    if (!spec.verbs().isEmpty()) {
      steps.add(Step.of("a user takes the verbs away", 1, s.after(spec.silent())));
    }
  }

  /** What happens to operators. */
  private static void confuse(List<Step> steps, State s) {
    var position = s.operator();
    if (position instanceof Position.Asleep) {
      steps.add(Step.of("something wakes the operator", 1, s.with(new Position.Due())));
    }
    if (position.inFlight()) {
      steps.add(
          Step.of(
              () -> "the operator crashes, or is refused its write " + where(position),
              1,
              s.with(new Position.Due())));
    }
    if (position.inFlight() && !(position instanceof Position.Read) && s.former().isEmpty()) {
      steps.add(
          Step.of(
              () ->
                  "another operator becomes the leader, while this one has not noticed "
                      + where(position),
              1,
              s.with(new Position.Due()).withFormer(Optional.of(position))));
    }
  }

  private static String where(Position position) {
    return switch (position) {
      case Position.Read _ -> "(it has read the Canary)";
      case Position.Observed _ -> "(it has seen the cluster)";
      case Position.Converging c -> "(after its status write, before want " + (c.next() + 1) + ")";
      case Position.Asleep _, Position.Due _ -> "";
    };
  }
}
