package io.burgee.core;

/** One thing that must be so in the cluster. */
public sealed interface Want {

  /** The two sides' own Services exist. */
  record SideServices() implements Want {}

  /** The primary runs exactly this snapshot, configuration included. */
  record PrimaryRuns(Revision revision) implements Want {}

  /**
   * The primary has the target's autoscaler.
   *
   * @param refreshed it follows the target's settings now; else it need only exist
   */
  record PrimaryScaler(boolean refreshed) implements Want {}

  /** The side has replicas; how many it had or may have is left to users and autoscalers. */
  record ScaledUp(Side side) implements Want {}

  /** The canary has no replicas. */
  record ScaledToZero() implements Want {}

  /** The Service that users address selects the primary's pods. */
  record ApexOnPrimary() implements Want {}

  /** The Service that users address selects the target's pods, as before there was a Canary. */
  record ApexOnTarget() implements Want {}

  /** The routes are as they were before there was a Canary, or send everything to the target. */
  record RoutesReverted() implements Want {}

  /** The routes give the canary this traffic. */
  record Routes(Traffic traffic) implements Want {}
}
