package io.burgee.core.model;

import io.burgee.core.Answers;
import io.burgee.core.Facts;
import io.burgee.core.Plan;
import io.burgee.core.Progress;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is in the cluster besides the Canary: as small as the policy sees one.
 *
 * @param canary the target's pods
 * @param sides whether the two sides' Services exist
 * @param apexOnPrimary whether the Service that users address selects the primary's pods
 * @param hash of all else: it is needed millions of times
 */
record Cluster(
    Target target,
    Pods canary,
    Primary primary,
    boolean sides,
    boolean apexOnPrimary,
    Route route,
    int hash) {

  Cluster(
      Target target,
      Pods canary,
      Primary primary,
      boolean sides,
      boolean apexOnPrimary,
      Route route) {
    this(
        target,
        canary,
        primary,
        sides,
        apexOnPrimary,
        route,
        Objects.hash(target, canary, primary, sides, apexOnPrimary, route));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The objects that a write can be fenced by. */
  enum Thing {
    CANARY(1),
    TARGET(2),
    PRIMARY(4),
    SIDES(8),
    APEX(16),
    ROUTE(32);

    private final int bit;

    Thing(int bit) {
      this.bit = bit;
    }

    int bit() {
      return bit;
    }
  }

  Cluster with(Target changed) {
    return new Cluster(changed, canary, primary, sides, apexOnPrimary, route);
  }

  Cluster withCanary(Pods changed) {
    return new Cluster(target, changed, primary, sides, apexOnPrimary, route);
  }

  Cluster with(Primary changed) {
    return new Cluster(target, canary, changed, sides, apexOnPrimary, route);
  }

  Cluster withSides(boolean exist) {
    return new Cluster(target, canary, primary, exist, apexOnPrimary, route);
  }

  Cluster withApex(boolean onPrimary) {
    return new Cluster(target, canary, primary, sides, onPrimary, route);
  }

  Cluster with(Route changed) {
    return new Cluster(target, canary, primary, sides, apexOnPrimary, changed);
  }

  /** What differs, as bits of {@link Thing}. */
  int differsFrom(Cluster other) {
    return bit(Thing.TARGET, target.equals(other.target) && canary.equals(other.canary))
        | bit(Thing.PRIMARY, primary.equals(other.primary))
        | bit(Thing.SIDES, sides == other.sides)
        | bit(Thing.APEX, apexOnPrimary == other.apexOnPrimary)
        | bit(Thing.ROUTE, route.equals(other.route));
  }

  private static int bit(Thing thing, boolean same) {
    return same ? 0 : thing.bit();
  }

  /** What a reconcile sees of it. */
  Facts facts(Plan plan, Progress progress, Spec spec, Answers answers) {
    var gone = target.reading() == Target.Reading.GONE;
    return new Facts(
        target.fact(),
        new Facts.Workload(
            primary.runs(),
            primary.exists() ? primary.pods().readiness() : new Facts.Readiness.Waiting("absent"),
            primary.pods().desired(),
            primary.pods().available()),
        new Facts.Workload(
            target.readable(),
            target.readable().isPresent()
                ? canary.readiness()
                : new Facts.Readiness.Waiting("it can't be read"),
            gone ? 0 : canary.desired(),
            gone ? 0 : canary.available()),
        routing(plan),
        progress.revisions().candidate().map(target::holdsConfigOf).orElse(true),
        spec.verbs(),
        spec.deleted(),
        answers);
  }

  private Facts.Routing routing(Plan plan) {
    var reverted = !apexOnPrimary && !route.ours();
    if (!plan.routed()) {
      var complete = sides && apexOnPrimary;
      var live = complete ? Traffic.NONE : Traffic.of(Weight.ALL);
      return new Facts.Routing(complete, Optional.of(live), reverted);
    }
    var complete = sides && apexOnPrimary && route.kind() == Route.Kind.OURS;
    return new Facts.Routing(complete, route.live(), reverted);
  }
}
