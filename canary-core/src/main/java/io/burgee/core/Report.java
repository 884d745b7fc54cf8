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
    var resting = progress.stage() == Stage.AT_REST;
    return new Report(
        phase(progress),
        resting || !plan.routed() ? Weight.ZERO : liveWeight(facts),
        resting && progress.outcome() == Outcome.FAILED ? 0 : progress.tally().failed(),
        plan.strategy() instanceof Strategy.BlueGreen && !resting ? progress.step() : 0);
  }

  private static Weight liveWeight(Facts facts) {
    return facts.routing().live().map(Traffic::canary).orElse(Weight.ZERO);
  }

  private static Phase phase(Progress progress) {
    return switch (progress.stage()) {
      case NEW, PREPARING, ROUTING -> Phase.INITIALIZING;
      case STARTING, ANALYSING, ROLLING_BACK, RESTARTING -> Phase.PROGRESSING;
      case PROMOTING, SHIFTING_BACK, RESCUING -> Phase.PROMOTING;
      case FINALISING -> Phase.FINALISING;
      case DRAINING, SCALING_DOWN -> waning(progress.outcome());
      case AT_REST -> progress.outcome().phase();
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
