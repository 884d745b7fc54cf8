package io.burgee.core;

/** A new revision becomes ready before it gets any traffic. */
final class Start {
  private Start() {}

  static Decision decide(Moment moment) {
    if (moment.newerThanCandidate().isPresent()) {
      return Withdrawal.restart(moment);
    }
    var canary = moment.facts().canary();
    if (canary.serves(moment.progress().revisions().candidate())) {
      return moment.plan().skipAnalysis() ? Promotion.begin(moment) : Analysis.begin(moment);
    }
    if (canary.readiness() instanceof Facts.Readiness.Stuck || moment.overdue()) {
      return Withdrawal.rollBack(moment, moment.canaryNotReady());
    }
    return moment.goOn();
  }
}
