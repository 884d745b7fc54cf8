package io.burgee.core;

import java.time.Duration;
import java.util.List;

/**
 * What the user asked for, validated.
 *
 * @param names what events call the Canary and its workloads
 * @param interval between two judgements of the same step
 * @param threshold failed checks, or intervals without an answer, that end a run
 * @param promotionStep by which traffic returns to the primary; zero for all at once
 * @param progressDeadline how long anything that must become ready may take
 * @param drainDelay how long a side keeps its pods after its last request was routed to it
 * @param routed whether the provider routes requests to either side; else only Services exist
 * @param autoscaled whether the target has an autoscaler
 * @param waitOnUnknown whether a check without an answer waits for ever instead of rolling back
 */
public record Plan(
    Names names,
    Strategy strategy,
    List<Check> checks,
    Duration interval,
    int threshold,
    Weight promotionStep,
    Duration progressDeadline,
    Duration drainDelay,
    boolean routed,
    boolean autoscaled,
    boolean skipAnalysis,
    boolean suspended,
    boolean waitOnUnknown) {

  public Plan {
    checks = List.copyOf(checks);
    if (threshold < 1) {
      throw new IllegalArgumentException("threshold " + threshold + " must be at least 1");
    }
  }

  /**
   * As the reference's events and conditions name things.
   *
   * @param canary {@code NAME.NAMESPACE}
   * @param target {@code TARGET.NAMESPACE}
   * @param primary {@code TARGET-primary.NAMESPACE}
   * @param kind the target's kind
   */
  public record Names(String canary, String target, String primary, String kind) {}
}
