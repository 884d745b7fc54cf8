package io.burgee.core;

import java.time.Duration;
import java.util.List;

/**
 * What the user asked for, validated.
 *
 * @param names what events call the Canary and its workloads
 * @param hooks in the order of the spec
 * @param interval between two judgements of the same step
 * @param threshold failed checks, or intervals without an answer, that end a run
 * @param promotionStep by which traffic returns to the primary; zero for all at once
 * @param progressDeadline how long anything that must become ready may take
 * @param drainDelay how long a side keeps its pods after its last request was routed to it
 * @param routed whether the provider routes requests to either side; else only Services exist
 * @param autoscaled whether the target has an autoscaler
 * @param waitOnUnknown whether a check without an answer waits for ever instead of rolling back
 * @param warnings about what the user asked for and can't have; told when a run begins
 */
public record Plan(
    Names names,
    Strategy strategy,
    List<Check> checks,
    List<Hook> hooks,
    Duration interval,
    int threshold,
    Weight promotionStep,
    Duration progressDeadline,
    Duration drainDelay,
    boolean routed,
    boolean autoscaled,
    boolean skipAnalysis,
    boolean suspended,
    boolean waitOnUnknown,
    List<String> warnings) {

  public Plan {
    checks = List.copyOf(checks);
    hooks = List.copyOf(hooks);
    warnings = List.copyOf(warnings);
    if (threshold < 1) {
      throw new IllegalArgumentException("threshold " + threshold + " must be at least 1");
    }
  }

  /** Whether there is anyone to ask. */
  boolean asks(HookType type) {
    return hooks.stream().anyMatch(hook -> hook.type() == type);
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
