package io.burgee.core;

import java.time.Instant;

/**
 * The release policy: what a Canary does next. Pure; the same input gives the same decision, so a
 * recorded run can be decided again.
 */
public final class Policy {
  private Policy() {}

  /**
   * Decides the next step of one Canary.
   *
   * @param progress as recorded, {@link Progress#none} before the first time
   * @param facts seen in this reconcile
   * @param now not before any instant in {@code progress} that was recorded as past
   */
  public static Decision decide(Plan plan, Progress progress, Facts facts, Instant now) {
    var moment = new Moment(plan, progress, facts, now);
    if (facts.deleted()) {
      return Termination.decide(moment);
    }
    if (plan.suspended()) {
      return Suspension.freeze(moment);
    }
    if (progress.times().frozen().isPresent()) {
      return Suspension.thaw(moment);
    }
    return Drift.notice(moment).or(() -> Verbs.decide(moment)).orElseGet(() -> byStage(moment));
  }

  private static Decision byStage(Moment moment) {
    return switch (moment.progress().stage()) {
      case NEW, PREPARING, ROUTING -> Initialisation.decide(moment);
      case AT_REST, WAITING -> Rest.decide(moment);
      case STARTING -> Start.decide(moment);
      case ANALYSING -> Analysis.decide(moment);
      case PROMOTING, SHIFTING_BACK, FINALISING, RESCUING -> Promotion.decide(moment);
      case ROLLING_BACK, RESTARTING -> Withdrawal.decide(moment);
      case DRAINING, SCALING_DOWN -> Wane.decide(moment);
      case TERMINATING, REVERTING, TERMINATED -> Termination.decide(moment);
    };
  }
}
