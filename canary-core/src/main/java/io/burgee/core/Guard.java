package io.burgee.core;

import java.util.Optional;

/**
 * Holds back a write that could cost requests, by what the same reconcile observed. A held want is
 * tried again whenever something changes; the stage's deadline bounds the wait.
 */
public final class Guard {
  private Guard() {}

  /** What the intent still lacks because of a hold; empty when nothing is held. */
  public static Optional<String> held(Plan plan, Progress progress, Facts facts) {
    return Aim.of(plan, progress).wants().stream()
        .flatMap(want -> holds(want, progress, facts).stream())
        .findFirst();
  }

  /** Why {@code want} must not be brought about now; empty when it may. */
  public static Optional<String> holds(Want want, Progress progress, Facts facts) {
    return switch (want) {
      case Want.Routes(var traffic) -> holdsRoutes(traffic, progress, facts);
      case Want.ScaledToZero() -> holdsScaleDown(facts);
      case Want.ApexOnPrimary() ->
          primaryMayRise(progress, facts)
              ? Optional.empty()
              : Optional.of("the primary is not ready for the Service to be turned to it");
      case Want.ApexOnTarget(), Want.RoutesReverted() ->
          facts.canary().survives()
              ? Optional.empty()
              : Optional.of("the target has no available pod to give the traffic back to");
      case Want.PrimaryRuns(var revision) -> holdsTemplate(revision, progress, facts);
      case Want.SideServices(), Want.PrimaryScaler(_), Want.ScaledUp(_) -> Optional.empty();
    };
  }

  /** What is promoted is what was analysed, with the configuration it was analysed with. */
  private static Optional<String> holdsTemplate(Revision revision, Progress progress, Facts facts) {
    return progress.stage().promotes()
            && !facts.candidateIntact()
            && facts.primary().runs().filter(revision::equals).isEmpty()
        ? Optional.of("the candidate's configuration has changed since it was analysed")
        : Optional.empty();
  }

  /** I1: only a side that runs what it should, and is ready, gets more. */
  private static Optional<String> holdsRoutes(Traffic wanted, Progress progress, Facts facts) {
    var live = facts.routing().live();
    if (raisesCanary(wanted, live) && !canaryMayRise(progress, facts)) {
      return Optional.of("the canary is not ready for more traffic");
    }
    if (raisesPrimary(wanted, progress, facts) && !primaryMayRise(progress, facts)) {
      return Optional.of("the primary is not ready for more traffic");
    }
    return Optional.empty();
  }

  /** While the primary is being rescued and serves nobody, whatever the canary runs is better. */
  private static boolean canaryMayRise(Progress progress, Facts facts) {
    var lastResort =
        progress.stage() == Stage.RESCUING
            && !facts.primary().survives()
            && facts.canary().survives();
    return lastResort || facts.canary().serves(progress.revisions().candidate());
  }

  private static boolean primaryMayRise(Progress progress, Facts facts) {
    return withdraws(progress.stage())
        ? facts.primary().survives()
        : facts.primary().serves(Aim.intendedPrimary(progress));
  }

  /** Where traffic leaves a canary that must not keep it, one available pod is better than none. */
  private static boolean withdraws(Stage stage) {
    return switch (stage) {
      case ROLLING_BACK, RESTARTING, DRAINING, SCALING_DOWN, AT_REST, WAITING, STARTING -> true;
      case NEW,
          PREPARING,
          ROUTING,
          ANALYSING,
          PROMOTING,
          SHIFTING_BACK,
          FINALISING,
          RESCUING,
          TERMINATING,
          REVERTING,
          TERMINATED ->
          false;
    };
  }

  private static boolean raisesCanary(Traffic wanted, Optional<Traffic> live) {
    if (live.isEmpty()) {
      return wanted.reachesCanary();
    }
    var now = live.get();
    return wanted.canary().compareTo(now.canary()) > 0
        || (wanted.mirrored() && !now.mirrored())
        || (wanted.matched() && !now.matched());
  }

  /** Without a route the Service decides, which selects the primary once it was initialised. */
  private static boolean raisesPrimary(Traffic wanted, Progress progress, Facts facts) {
    var isNew = progress.stage() == Stage.ROUTING || facts.primary().desired() == 0;
    return facts
        .routing()
        .live()
        .map(now -> raisesPrimary(wanted, now))
        .orElse(wanted.reachesPrimary() && isNew);
  }

  private static boolean raisesPrimary(Traffic wanted, Traffic now) {
    return wanted.canary().compareTo(now.canary()) < 0 || (now.matched() && !wanted.matched());
  }

  /** I2: no side loses its pods while anything is routed to it, or while nobody can say. */
  private static Optional<String> holdsScaleDown(Facts facts) {
    var routing = facts.routing();
    return routing.complete() && routing.live().filter(t -> !t.reachesCanary()).isPresent()
        ? Optional.empty()
        : Optional.of("the live route still reaches the canary");
  }
}
