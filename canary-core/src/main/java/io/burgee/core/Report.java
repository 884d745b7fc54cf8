package io.burgee.core;

/**
 * What people and scripts read in Flagger's own status fields: what is, not what is intended.
 *
 * @param weight what the live route gives the canary
 * @param iterations begun in this run, for strategies that count them
 */
public record Report(Phase phase, Weight weight, int failedChecks, int iterations) {

  /** What the status shows for this intent and these facts. */
  public static Report of(Plan plan, Progress progress, Facts facts) {
    var resting = progress.stage() == Stage.AT_REST || progress.stage() == Stage.WAITING;
    return new Report(
        phase(progress),
        resting || !plan.routed() ? Weight.ZERO : liveWeight(facts),
        resting && progress.outcome() == Outcome.FAILED ? 0 : progress.tally().failed(),
        plan.strategy() instanceof Strategy.Weighted || resting ? 0 : progress.step());
  }

  private static Weight liveWeight(Facts facts) {
    return facts.routing().live().map(Traffic::canary).orElse(Weight.ZERO);
  }

  /** What people call it. */
  static Phase phase(Progress progress) {
    return switch (progress.stage()) {
      case NEW, PREPARING, ROUTING -> Phase.INITIALIZING;
      case WAITING -> Phase.WAITING;
      case ANALYSING ->
          Gate.isHeldAt(progress, HookType.CONFIRM_PROMOTION)
              ? Phase.WAITING_PROMOTION
              : Phase.PROGRESSING;
      case STARTING, ROLLING_BACK, RESTARTING -> Phase.PROGRESSING;
      case PROMOTING, SHIFTING_BACK -> Phase.PROMOTING;
      case RESCUING -> progress.times().deadline().isPresent() ? Phase.PROMOTING : Phase.FAILED;
      case FINALISING -> Phase.FINALISING;
      case DRAINING, SCALING_DOWN -> waning(progress.outcome());
      case AT_REST -> progress.outcome().phase();
      case TERMINATING, REVERTING, TERMINATED -> Phase.TERMINATING;
    };
  }

  private static Phase waning(Outcome outcome) {
    return switch (outcome) {
      case INITIALIZED -> Phase.INITIALIZING;
      case SUCCEEDED -> Phase.FINALISING;
      case FAILED -> Phase.PROGRESSING;
    };
  }
}
