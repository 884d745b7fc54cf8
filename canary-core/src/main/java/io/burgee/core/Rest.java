package io.burgee.core;

import java.util.Optional;

/** Between runs: only another revision of the target starts one. */
final class Rest {
  private Rest() {}

  static Decision decide(Moment moment) {
    if (moment.facts().target() instanceof Facts.Target.Unreadable(var why)) {
      return moment.waitForChange(why);
    }
    var target = moment.target();
    var revisions = moment.progress().revisions();
    if (target.equals(revisions.seen())) {
      return moment.goOn();
    }
    if (target.equals(revisions.promoted())) {
      var back = new Progress.Revisions(revisions.promoted(), revisions.candidate(), target);
      return moment.move(
          moment.progress().with(back), "The target is back at the promoted revision");
    }
    return begin(moment, target, "New revision detected! Scaling up " + moment.names().target());
  }

  /**
   * A run of what the target was moved to, where the one before can't be ended: the way to repair a
   * primary that can't take its traffic back is another revision.
   */
  static Optional<Decision> shipAnother(Moment moment) {
    var revisions = moment.progress().revisions();
    return moment
        .newerThanCandidate()
        .map(Optional::of)
        .filter(target -> !target.equals(revisions.promoted()))
        .map(
            target ->
                begin(
                    moment,
                    target,
                    "New revision detected! Restarting analysis for " + moment.names().target()));
  }

  /** Starts a run of {@code revision}; traffic must have been withdrawn from the canary. */
  static Decision begin(Moment moment, Optional<Revision> revision, String announcement) {
    var progress = moment.progress();
    var revisions = new Progress.Revisions(progress.revisions().promoted(), revision, revision);
    return moment.move(
        progress.with(revisions).nextRun().enter(Stage.STARTING, moment.bounded()),
        "New revision detected, waiting for the canary to become ready",
        Notice.normal(announcement));
  }
}
