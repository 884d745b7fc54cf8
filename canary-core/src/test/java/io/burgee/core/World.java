package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A cluster as small as the policy sees one, with the invariants checked at each write. Workloads
 * become what they are told when the test says so.
 */
final class World {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  Plan plan;
  Instant now = START;
  Progress progress = Progress.none(START);
  Facts.Target target = new Facts.Target.At(new Revision("v1"));
  Optional<Revision> primaryRuns = Optional.empty();
  int primaryReplicas;
  Facts.Readiness primaryReadiness = new Facts.Readiness.Waiting("waiting for rollout to finish");
  int primaryAvailable;
  int canaryReplicas = 2;
  int canarySurvivors;
  Facts.Readiness canaryReadiness = new Facts.Readiness.Ready();
  boolean sideServices;
  boolean apexOnPrimary;
  Optional<Traffic> route = Optional.empty();
  boolean candidateIntact = true;
  Function<Check, Verdict> verdicts = check -> new Verdict.Passing();
  final List<String> told = new ArrayList<>();
  final List<String> routes = new ArrayList<>();
  final Map<HookType, Reply> replies = new EnumMap<>(HookType.class);
  final List<String> asked = new ArrayList<>();

  /** What the status shows, one after the other. */
  final List<Report> shown = new ArrayList<>();

  final Map<Verb, String> verbs = new EnumMap<>(Verb.class);
  boolean deleted;
  boolean routesReverted;

  private Instant lastReachedCanary = START;
  private boolean edited;

  World(Plan plan) {
    this.plan = plan;
  }

  Facts facts() {
    Optional<Revision> canaryRuns =
        switch (target) {
          case Facts.Target.At(var revision) -> Optional.of(revision);
          case Facts.Target.Unreadable _, Facts.Target.Gone _ -> Optional.empty();
        };
    var live = plan.routed() ? route : apexOnPrimary ? Optional.of(Traffic.NONE) : route;
    return new Facts(
        target,
        new Facts.Workload(primaryRuns, primaryReadiness, primaryReplicas, primaryAvailable),
        new Facts.Workload(
            canaryRuns,
            canaryReplicas > 0 ? canaryReadiness : new Facts.Readiness.Waiting("no replicas"),
            canaryReplicas,
            canaryReadiness instanceof Facts.Readiness.Ready ? canaryReplicas : canarySurvivors),
        new Facts.Routing(
            sideServices && apexOnPrimary && live.isPresent(),
            live,
            routesReverted && !apexOnPrimary),
        candidateIntact,
        verbs,
        deleted,
        Answers.NONE);
  }

  /** Reconciles until nothing moves without time or the outside. */
  Decision.Wait settle() {
    for (int i = 0; i < 50; i++) {
      var facts = facts();
      var decision = Policy.decide(plan, progress, facts, now);
      var answers = Answers.NONE;
      while (decision instanceof Decision.Ask ask) {
        answers = answer(ask.inquiry(), answers);
        facts = facts.with(answers);
        decision = Policy.decide(plan, progress, facts, now);
      }
      switch (decision) {
        case Decision.Ask ask -> throw new AssertionError("not answered: " + ask);
        case Decision.Move move -> record(move);
        case Decision.Wait wait -> {}
      }
      var report = Report.of(plan, progress, facts);
      if (shown.isEmpty() || !shown.getLast().equals(report)) {
        shown.add(report);
      }
      var changed = converge(facts);
      if (!changed && decision instanceof Decision.Wait wait) {
        return wait;
      }
    }
    throw new AssertionError("never settles in stage " + progress.stage());
  }

  /** Lets time pass to the next wake-up, and settles. */
  Decision.Wait nextWake() {
    now = settle().until().orElseThrow(() -> new AssertionError("no timer: " + progress));
    return settle();
  }

  void runsOn(Instant instant) {
    now = instant;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** The primary's pods become ready with what its template says. */
  void primaryBecomesReady() {
    primaryReadiness = new Facts.Readiness.Ready();
    primaryAvailable = primaryReplicas;
  }

  void edit(String revision) {
    var next = new Facts.Target.At(new Revision(revision));
    edited |= !next.equals(target);
    target = next;
  }

  /** A Canary that is initialised with {@code v1} and at rest. */
  static World atRest(Plan plan) {
    var world = new World(plan);
    world.settle();
    world.primaryBecomesReady();
    world.settle();
    world.pass(plan.drainDelay());
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    world.told.clear();
    world.routes.clear();
    return world;
  }

  private Answers answer(Inquiry inquiry, Answers before) {
    return switch (inquiry) {
      case Inquiry.Metrics(var checks) -> {
        assertThat(before.checks()).as("asked once").isEmpty();
        asked.add("metrics");
        yield before.with(answers(checks));
      }
      case Inquiry.Hooks(var type, var phase) -> {
        assertThat(before.hooks()).as("asked once").doesNotContainKey(type);
        asked.add(type.text() + " in " + phase.text());
        var usual = type == HookType.ROLLBACK ? new Reply.No("no") : new Reply.Yes();
        yield before.with(
            type, List.of(new HookReply(type.text(), replies.getOrDefault(type, usual))));
      }
    };
  }

  /** How often metrics were asked for. */
  long measured() {
    return asked.stream().filter("metrics"::equals).count();
  }

  private List<CheckResult> answers(List<Check> checks) {
    return checks.stream()
        .map(
            check ->
                new CheckResult(
                    check.name(),
                    verdicts.apply(check),
                    OptionalDouble.empty(),
                    check.bounds(),
                    OptionalLong.empty(),
                    check.window(),
                    "query"))
        .toList();
  }

  private void record(Decision.Move move) {
    var next = move.next();
    if (next.stage() == Stage.PROMOTING && progress.stage() != Stage.PROMOTING) {
      assertThat(plan.skipAnalysis() || next.reason().contains(" requested: ") || allPassed(next))
          .as("I4: %s", next)
          .isTrue();
    }
    if (next.run() > progress.run()) {
      assertThat(edited || verbs.containsKey(Verb.RETRY)).as("I5").isTrue();
      edited = false;
    }
    progress = next;
    move.notices().forEach(notice -> told.add(notice.message()));
  }

  private boolean allPassed(Progress next) {
    return next.checks().size() == plan.checks().size()
        && next.checks().stream().allMatch(c -> c.verdict() instanceof Verdict.Passing);
  }

  private boolean converge(Facts facts) {
    var changed = false;
    for (var want : Aim.of(plan, progress).wants()) {
      if (Guard.holds(want, progress, facts).isEmpty()) {
        changed |= bring(want);
      }
    }
    return changed;
  }

  private boolean bring(Want want) {
    return switch (want) {
      case Want.SideServices() -> sideServices != (sideServices = true);
      case Want.PrimaryRuns(var revision) -> template(revision);
      case Want.PrimaryScaler scaler -> false;
      case Want.ScaledUp(var side) -> scaleUp(side);
      case Want.ScaledToZero() -> scaleDown();
      case Want.ApexOnTarget() -> apexOnPrimary != (apexOnPrimary = false);
      case Want.RoutesReverted() -> routesReverted != (routesReverted = true);
      case Want.ApexOnPrimary() -> apexOnPrimary != (apexOnPrimary = true);
      case Want.Routes(var traffic) -> plan.routed() && route(traffic);
    };
  }

  private boolean template(Revision revision) {
    if (primaryRuns.filter(revision::equals).isPresent()) {
      return false;
    }
    var allowed =
        progress.stage().promotes()
            ? progress.revisions().candidate()
            : progress.revisions().promoted();
    assertThat(allowed).as("I3 in %s", progress.stage()).contains(revision);
    primaryRuns = Optional.of(revision);
    primaryReplicas = Math.max(primaryReplicas, 2);
    primaryReadiness = new Facts.Readiness.Waiting("waiting for rollout to finish");
    return true;
  }

  private boolean scaleUp(Side side) {
    if (side == Side.CANARY && canaryReplicas == 0) {
      canaryReplicas = 2;
      return true;
    }
    return false;
  }

  private boolean scaleDown() {
    if (canaryReplicas == 0) {
      return false;
    }
    if (plan.routed()) {
      assertThat(route.orElseThrow().reachesCanary()).as("I2").isFalse();
      assertThat(now).as("I2: drain").isAfterOrEqualTo(lastReachedCanary.plus(plan.drainDelay()));
    }
    canaryReplicas = 0;
    return true;
  }

  private boolean route(Traffic traffic) {
    if (route.filter(traffic::equals).isPresent()) {
      return false;
    }
    assertThat(sideServices).as("I8: destinations exist").isTrue();
    var before = route.map(t -> t.canary().percent()).orElse(0);
    if (traffic.canary().percent() > before && plan.routed()) {
      var lastResort = progress.stage() == Stage.RESCUING && primaryAvailable == 0;
      var canary = facts().canary();
      assertThat(
              canary.serves(progress.revisions().candidate()) || (lastResort && canary.survives()))
          .as("I1")
          .isTrue();
    }
    if (traffic.canary().percent() < before) {
      assertThat(primaryAvailable).as("I1: primary").isPositive();
    }
    if (route.isPresent() && route.get().reachesCanary()) {
      lastReachedCanary = now;
    }
    route = Optional.of(traffic);
    routes.add(traffic.canary().rest().percent() + "/" + traffic.canary().percent());
    return true;
  }
}
