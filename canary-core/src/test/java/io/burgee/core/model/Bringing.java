package io.burgee.core.model;

import io.burgee.core.Plan;
import io.burgee.core.Side;
import io.burgee.core.Want;

/** What one write makes of the cluster. */
final class Bringing {
  private Bringing() {}

  /** The same cluster if there is nothing to write. */
  static Cluster about(Want want, Plan plan, Cluster c) {
    return switch (want) {
      case Want.SideServices() -> c.sides() ? c : c.withSides(true);
      case Want.PrimaryRuns(var revision) -> {
        var next = c.primary().replacedBy(revision);
        yield next.equals(c.primary()) ? c : c.with(next);
      }
      case Want.PrimaryScaler _ -> c;
      case Want.ScaledUp(var side) -> scaledUp(side, c);
      case Want.ScaledToZero() ->
          c.target().reading() != Target.Reading.GONE && c.canary().wanted()
              ? c.withCanary(Pods.NONE)
              : c;
      case Want.ApexOnPrimary() -> c.apexOnPrimary() ? c : c.withApex(true);
      case Want.ApexOnTarget() -> c.apexOnPrimary() ? c.withApex(false) : c;
      case Want.Routes(var traffic) ->
          plan.routed() && !c.route().equals(Route.of(traffic)) ? c.with(Route.of(traffic)) : c;
      case Want.RoutesReverted() -> c.route().ours() ? c.with(Route.GIVEN_BACK) : c;
    };
  }

  private static Cluster scaledUp(Side side, Cluster c) {
    return switch (side) {
      case PRIMARY ->
          c.primary().exists() && !c.primary().pods().wanted()
              ? c.with(c.primary().with(c.primary().pods().scaledUp()))
              : c;
      case CANARY ->
          c.target().reading() != Target.Reading.GONE && !c.canary().wanted()
              ? c.withCanary(c.canary().scaledUp())
              : c;
    };
  }

  /** The object that is written. */
  static Cluster.Thing object(Want want) {
    return switch (want) {
      case Want.SideServices() -> Cluster.Thing.SIDES;
      case Want.PrimaryRuns _, Want.PrimaryScaler _ -> Cluster.Thing.PRIMARY;
      case Want.ScaledUp(var side) ->
          side == Side.PRIMARY ? Cluster.Thing.PRIMARY : Cluster.Thing.TARGET;
      case Want.ScaledToZero() -> Cluster.Thing.TARGET;
      case Want.ApexOnPrimary(), Want.ApexOnTarget() -> Cluster.Thing.APEX;
      case Want.Routes _, Want.RoutesReverted() -> Cluster.Thing.ROUTE;
    };
  }

  /** In words. */
  static String words(Want want) {
    return switch (want) {
      case Want.SideServices() -> "creates the two sides' Services";
      case Want.PrimaryRuns(var revision) -> "gives the primary the template of " + revision;
      case Want.PrimaryScaler _ -> "copies the autoscaler";
      case Want.ScaledUp(var side) ->
          "scales the " + (side == Side.PRIMARY ? "primary" : "target") + " up";
      case Want.ScaledToZero() -> "scales the target to zero";
      case Want.ApexOnPrimary() -> "turns the Service to the primary";
      case Want.ApexOnTarget() -> "turns the Service to the target";
      case Want.Routes(var traffic) ->
          "routes "
              + traffic.canary()
              + (traffic.mirrored() ? " and copies" : "")
              + (traffic.matched() ? " and what matches" : "")
              + " to the canary";
      case Want.RoutesReverted() -> "gives the route back";
    };
  }
}
