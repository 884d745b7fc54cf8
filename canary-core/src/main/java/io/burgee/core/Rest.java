package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Between runs: only another revision of the target starts one, and only if it may. */
final class Rest {
  private Rest() {}

  static Decision decide(Moment moment) {
    var unreadable = moment.unreadable();
    if (unreadable.isPresent()) {
      return moment.waitForChange(unreadable.get());
    }
    return moment.progress().stage() == Stage.WAITING ? whileWaiting(moment) : atRest(moment);
  }

  private static Decision atRest(Moment moment) {
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
    return ask(moment, List.of());
  }

  /** What the target is at may have changed, and with it what there is to wait for. */
  private static Decision whileWaiting(Moment moment) {
    var target = moment.target();
    var progress = moment.progress();
    var revisions = progress.revisions();
    if (!target.equals(revisions.candidate())) {
      return target.equals(revisions.seen()) || target.equals(revisions.promoted())
          ? giveUpWaiting(moment, new Progress.Revisions(revisions.promoted(), target, target))
          : ask(moment, List.of());
    }
    if (progress.holds().pause().isPresent()) {
      return moment.waitForChange(moment.pausedBy());
    }
    return progress.times().nextCheck().filter(at -> moment.now().isBefore(at)).isPresent()
        ? moment.goOn()
        : ask(moment, List.of());
  }

  private static Decision giveUpWaiting(Moment moment, Progress.Revisions revisions) {
    return moment.move(
        moment
            .progress()
            .with(revisions)
            .withoutHolds()
            .enter(Stage.AT_REST, Progress.Times.since(moment.now())),
        "The target is back at a revision that was released before");
  }

  /**
   * Begins a run of what the target is at, if the confirm-rollout hooks say so.
   *
   * @param before what is to be told first
   */
  static Decision ask(Moment moment, List<Notice> before) {
    var progress = moment.progress();
    var revisions = progress.revisions();
    var times =
        progress.stage() == Stage.WAITING ? progress.times() : Progress.Times.since(moment.now());
    var waiting =
        progress
            .with(new Progress.Revisions(revisions.promoted(), moment.target(), revisions.seen()))
            .enter(Stage.WAITING, times.checkAt(moment.now().plus(moment.plan().interval())));
    return Gate.pass(
        moment,
        HookType.CONFIRM_ROLLOUT,
        before,
        waiting,
        notices ->
            begin(
                moment,
                moment.target(),
                "New revision detected! Scaling up " + moment.names().target(),
                notices));
  }

  /** What is released is declined before it began. */
  static Decision decline(Moment moment, String why) {
    var revisions = moment.progress().revisions();
    var text = "Release of " + moment.names().target() + " declined: " + why;
    var next =
        moment
            .progress()
            .with(
                new Progress.Revisions(
                    revisions.promoted(), revisions.candidate(), revisions.candidate()))
            .withoutHolds()
            .ending(Outcome.FAILED)
            .enter(Stage.AT_REST, Progress.Times.since(moment.now()));
    return moment.move(next, text, Notice.warning(text));
  }

  /**
   * A run of what the target was moved to, told after the end of the one before, where that can't
   * be ended: the way to repair a primary that can't take its traffic back is another revision.
   */
  static Optional<Decision> shipAnother(Moment moment) {
    var revisions = moment.progress().revisions();
    return moment
        .newerThanCandidate()
        .map(Optional::of)
        .filter(target -> !target.equals(revisions.promoted()))
        .map(target -> begin(moment, target, restarting(moment), List.of(Wane.farewell(moment))));
  }

  /** A run of {@code revision} right after another; traffic must have left the canary. */
  static Decision restart(Moment moment, Optional<Revision> revision) {
    return begin(moment, revision, restarting(moment), List.of());
  }

  private static String restarting(Moment moment) {
    return "New revision detected! Restarting analysis for " + moment.names().target();
  }

  private static Decision begin(
      Moment moment, Optional<Revision> revision, String announcement, List<Notice> before) {
    var progress = moment.progress();
    var revisions = new Progress.Revisions(progress.revisions().promoted(), revision, revision);
    var notices = new ArrayList<>(before);
    notices.add(Notice.normal(announcement));
    moment.plan().warnings().stream().map(Notice::warning).forEach(notices::add);
    var next = progress.with(revisions).nextRun().enter(Stage.STARTING, moment.bounded());
    return new Decision.Move(
        next.because("New revision detected, waiting for the canary to become ready"),
        List.copyOf(notices));
  }
}
