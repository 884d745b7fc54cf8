package io.burgee.core.model;

import static io.burgee.core.model.Breach.Invariant.I1;
import static io.burgee.core.model.Breach.Invariant.I2;
import static io.burgee.core.model.Breach.Invariant.I3;
import static io.burgee.core.model.Breach.Invariant.I6;
import static io.burgee.core.model.Breach.Invariant.I8;
import static io.burgee.core.model.Cluster.Thing.ROUTE;

import io.burgee.core.Facts;
import io.burgee.core.Outcome;
import io.burgee.core.Plan;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import io.burgee.core.Side;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import io.burgee.core.Want;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What must hold of every write to the cluster. Written from the design, not from the policy. */
final class WriteRules {
  private WriteRules() {}

  /**
   * A write that the server takes: what it changes is as the writer knew it.
   *
   * @param facts what was observed
   * @param before what the writer knew, its own writes since the observation included
   * @param after the same with this write
   * @param stale what others have changed since, as bits of {@link Cluster.Thing}
   */
  record Write(
      Plan plan,
      Progress progress,
      Want want,
      Facts facts,
      Cluster before,
      Cluster after,
      int stale,
      History history) {

    boolean isFresh(Cluster.Thing thing) {
      return (stale & thing.bit()) == 0;
    }

    Optional<Traffic> live() {
      return facts.routing().live();
    }
  }

  private static final List<Function<Write, Optional<Breach>>> ALL =
      List.of(
          WriteRules::noSideLosesPodsThatAreReached,
          WriteRules::destinationsExist,
          WriteRules::onlyReadySidesGetMore,
          WriteRules::primaryRunsWhatWasReleased,
          WriteRules::theRescueComesFirst);

  static Optional<Breach> check(Write write) {
    for (var rule : ALL) {
      var breach = rule.apply(write);
      if (breach.isPresent()) {
        return breach;
      }
    }
    return Optional.empty();
  }

  private static Optional<Breach> breach(boolean holds, Breach.Invariant invariant, String why) {
    return holds ? Optional.empty() : Optional.of(new Breach(invariant, why));
  }

  private static Optional<Breach> onlyReadySidesGetMore(Write w) {
    return switch (w.want()) {
      case Want.Routes(var wanted) -> {
        var canary = !gainsCanary(w.live(), wanted) || mayRise(w, Side.CANARY);
        var primary = !gainsPrimary(w.live(), wanted, w.progress()) || mayRise(w, Side.PRIMARY);
        yield breach(canary, I1, "the canary gets more and is not ready for it")
            .or(() -> breach(primary, I1, "the primary gets more and is not ready for it"));
      }
      case Want.ApexOnPrimary() ->
          breach(
              mayRise(w, Side.PRIMARY),
              I1,
              "the Service turns to a primary that is not ready for it");
      case Want.ApexOnTarget(), Want.RoutesReverted() ->
          breach(
              w.facts().canary().survives(), I1, "traffic is given back to a target without pods");
      default -> Optional.empty();
    };
  }

  private static boolean gainsCanary(Optional<Traffic> live, Traffic wanted) {
    var now = live.orElse(Traffic.NONE);
    return wanted.canary().compareTo(now.canary()) > 0
        || (wanted.mirrored() && !now.mirrored())
        || (wanted.matched() && !now.matched());
  }

  private static boolean gainsPrimary(Optional<Traffic> live, Traffic wanted, Progress progress) {
    return live.map(
            now ->
                wanted.canary().compareTo(now.canary()) < 0 || (now.matched() && !wanted.matched()))
        .orElse(wanted.reachesPrimary() && progress.stage() == Stage.ROUTING);
  }

  private static boolean mayRise(Write w, Side side) {
    var workload = side == Side.CANARY ? w.facts().canary() : w.facts().primary();
    if (side == Side.PRIMARY && isWayBack(w.progress().stage())) {
      return workload.survives();
    }
    if (side == Side.CANARY && isLastResort(w)) {
      return workload.survives();
    }
    var revisions = w.progress().revisions();
    var intended =
        side == Side.CANARY || w.progress().stage().promotes()
            ? revisions.candidate()
            : revisions.promoted();
    return workload.serves(intended);
  }

  /** Nobody is served by the primary that is being rescued. */
  private static boolean isLastResort(Write w) {
    return w.progress().stage() == Stage.RESCUING && !w.facts().primary().survives();
  }

  /** Where traffic leaves the canary because it must, or has left it and is put back. */
  private static boolean isWayBack(Stage stage) {
    return switch (stage) {
      case ROLLING_BACK, RESTARTING, DRAINING, SCALING_DOWN, AT_REST, WAITING, STARTING -> true;
      default -> false;
    };
  }

  private static Optional<Breach> noSideLosesPodsThatAreReached(Write w) {
    if (!(w.want() instanceof Want.ScaledToZero)) {
      return Optional.empty();
    }
    var reached = w.live().filter(t -> !t.reachesCanary()).isEmpty();
    return breach(!reached, I2, "the target is scaled to zero while the route reaches it")
        .or(
            () ->
                breach(
                    w.history().withdrawn() >= History.LONG_AGO || !w.isFresh(ROUTE),
                    I2,
                    "the target is scaled to zero before its last requests may have ended"));
  }

  private static Optional<Breach> primaryRunsWhatWasReleased(Write w) {
    if (!(w.want() instanceof Want.PrimaryRuns(Revision revision))) {
      return Optional.empty();
    }
    var revisions = w.progress().revisions();
    var released = Optional.of(revision).equals(revisions.promoted());
    var promotes =
        w.progress().stage().promotes() && Optional.of(revision).equals(revisions.candidate());
    return breach(
            released || promotes,
            I3,
            "the primary gets " + revision + ", which was neither promoted nor is to be")
        .or(
            () ->
                breach(
                    !promotes || released || w.facts().candidateIntact(),
                    I3,
                    "the primary gets the candidate with another configuration than was analysed"));
  }

  private static Optional<Breach> theRescueComesFirst(Write w) {
    var lowers =
        w.want() instanceof Want.ScaledToZero
            && w.history().rescued()
            && w.progress().outcome() == Outcome.FAILED;
    return breach(
        !lowers || w.before().primary().runs().equals(w.progress().revisions().promoted()),
        I6,
        "the target is scaled down before the primary has the promoted revision back");
  }

  private static Optional<Breach> destinationsExist(Write w) {
    var broken = missing(w.plan(), w.after());
    broken.removeAll(missing(w.plan(), w.before()));
    return breach(broken.isEmpty(), I8, String.join(", ", broken));
  }

  private static Set<String> missing(Plan plan, Cluster c) {
    var missing = new HashSet<String>();
    if (c.apexOnPrimary() && !c.primary().exists()) {
      missing.add("the Service selects a primary that does not exist");
    }
    if (plan.routed() && c.route().ours()) {
      if (!c.sides()) {
        missing.add("the route leads to Services that do not exist");
      }
      if (c.route().traffic().reachesPrimary() && !c.primary().pods().wanted()) {
        missing.add("the route leads to a primary without replicas");
      }
      if (c.route().traffic().reachesCanary() && !c.canary().wanted()) {
        missing.add("the route leads to a target without replicas");
      }
    }
    return missing;
  }
}
