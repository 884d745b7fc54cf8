package io.burgee.core;

import java.util.Map;
import java.util.Optional;

/**
 * What one reconcile saw. Nothing in here is remembered; all of it may be different next time.
 *
 * @param candidateIntact whether the configuration that the candidate was analysed with can still
 *     be read
 * @param verbs what users ask for now, with who and why
 * @param deleted whether the Canary is being deleted and its objects are to be given back first
 * @param answers to what was asked in this reconcile
 */
public record Facts(
    Target target,
    Workload primary,
    Workload canary,
    Routing routing,
    boolean candidateIntact,
    Map<Verb, String> verbs,
    boolean deleted,
    Answers answers) {

  public Facts {
    verbs = Map.copyOf(verbs);
  }

  /** The user's workload. */
  public sealed interface Target {

    /** It runs, or is to run, this revision. */
    record At(Revision revision) implements Target {}

    /** It can't be judged: it is malformed, or something that it refers to is missing. */
    record Unreadable(String why) implements Target {}

    /** It does not exist. */
    record Gone(String why) implements Target {}
  }

  /**
   * One side's workload.
   *
   * @param runs the revision in its template, where it is one that is known
   * @param desired replicas asked for; zero where the workload doesn't exist
   * @param available pods that can serve
   */
  public record Workload(Optional<Revision> runs, Readiness readiness, int desired, int available) {

    /** Whether it runs {@code revision} on enough available pods. */
    public boolean serves(Optional<Revision> revision) {
      return revision.isPresent() && runs.equals(revision) && readiness instanceof Readiness.Ready;
    }

    /** Whether at least one pod can serve; those of an older revision count. */
    public boolean survives() {
      return available > 0;
    }
  }

  /** How far a workload's rollout is. */
  public sealed interface Readiness {

    /** At least one replica is wanted and the ready threshold is met. */
    record Ready() implements Readiness {}

    /** Not there yet. */
    record Waiting(String why) implements Readiness {}

    /** It won't get there by itself: the rollout ran into its own deadline. */
    record Stuck(String why) implements Readiness {}
  }

  /**
   * The live services and routes.
   *
   * @param complete whether every object that carries traffic exists and is as rendered, weights
   *     aside
   * @param live what the live route sends to the canary; absent where there is no route of ours
   * @param reverted whether the services and routes are given back to the target
   */
  public record Routing(boolean complete, Optional<Traffic> live, boolean reverted) {

    /** Whether the cluster routes as intended. */
    boolean shows(Traffic intended) {
      return complete && live.filter(intended::equals).isPresent();
    }
  }

  /** The same facts with the answers to what was asked. */
  public Facts with(Answers given) {
    return new Facts(target, primary, canary, routing, candidateIntact, verbs, deleted, given);
  }
}
