package io.burgee.core;

/**
 * What Burgee intends now, recorded before anything is changed for it. Finer than {@link Phase}:
 * each stage has one aim, so that a reconcile that starts at any point knows what must exist.
 */
public enum Stage {
  /** Nothing is known of this Canary yet. */
  NEW,
  /** The primary is created from the target; the target serves. */
  PREPARING,
  /** The primary is ready; services and routes turn to it. */
  ROUTING,
  /** The canary has no traffic any more; requests under way may end. */
  DRAINING,
  /** The target goes to zero replicas. */
  SCALING_DOWN,
  /** Nothing to do until the target changes; replicas belong to users and autoscalers. */
  AT_REST,
  /**
   * A new revision was seen; whether it may be released is for its confirm-rollout hooks to say.
   */
  WAITING,
  /** A new revision is scaled up and must become ready; it has no traffic. */
  STARTING,
  /** The canary has its step's traffic and is judged each interval. */
  ANALYSING,
  /** The primary takes the candidate; traffic stays as it is. */
  PROMOTING,
  /** The primary runs the candidate; traffic returns to it step by step. */
  SHIFTING_BACK,
  /** All traffic goes back to the primary, which runs the candidate. */
  FINALISING,
  /** The run failed or was called off; all traffic goes back to the promoted revision. */
  ROLLING_BACK,
  /** The target changed during the run; traffic is withdrawn before the new revision is started. */
  RESTARTING,
  /** The promotion failed; the canary serves while the promoted revision is restored. */
  RESCUING,
  /** The Canary was deleted and is to be reverted: the target must be able to serve. */
  TERMINATING,
  /** The target can serve: services and routes are given back to it. */
  REVERTING,
  /** All is given back; the Canary may go. */
  TERMINATED;

  /** Whether the primary is to run the candidate rather than what was promoted before. */
  public boolean promotes() {
    return this == PROMOTING || this == SHIFTING_BACK || this == FINALISING;
  }
}
