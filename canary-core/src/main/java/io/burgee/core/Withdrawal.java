package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Traffic leaves the canary for good, or until its next revision is ready. */
final class Withdrawal {
  private Withdrawal() {}

  static Decision rollBack(Moment moment, String why) {
    return rollBack(moment, why, List.of());
  }

  /** Ends the run as failed; {@code before} is told first. */
  static Decision rollBack(Moment moment, String why, List<Notice> before) {
    var text = "Rolling back " + moment.names().canary() + " " + why;
    var notices = new ArrayList<>(before);
    notices.add(Notice.warning(text));
    var next =
        moment
            .progress()
            .with(Traffic.NONE)
            .ending(Outcome.FAILED)
            .enter(Stage.ROLLING_BACK, moment.bounded());
    return new Decision.Move(next.because(text), List.copyOf(notices));
  }

  /** Neither the revision of the run nor the one that was to follow it is released. */
  static Decision abort(Moment moment, String who) {
    var revisions = moment.progress().revisions();
    var declined =
        new Progress.Revisions(revisions.promoted(), revisions.candidate(), restarted(moment));
    return rollBack(moment.with(moment.progress().with(declined)), "aborted: " + who);
  }

  /** A rollback hook that says yes ends the run; it must be asked first. */
  static Optional<Decision> byHook(Moment moment) {
    var asked = Replies.unasked(moment, HookType.ROLLBACK);
    if (asked.isPresent()) {
      return asked;
    }
    var signals =
        Replies.to(moment, HookType.ROLLBACK)
            .yes()
            .map(reply -> Notice.warning("Rollback check " + reply.hook() + " passed"))
            .toList();
    return signals.isEmpty()
        ? Optional.empty()
        : Optional.of(rollBack(moment, "manual webhook invoked", signals));
  }

  /** The target changed: a run of its new revision, or none if that is the promoted one. */
  static Decision restart(Moment moment) {
    if (moment.target().equals(moment.progress().revisions().promoted())) {
      return callOff(moment);
    }
    if (!moment.progress().traffic().reachesCanary()) {
      return Rest.restart(moment, restarted(moment));
    }
    return moment.move(
        moment.progress().with(Traffic.NONE).enter(Stage.RESTARTING, moment.bounded()),
        "New revision detected, withdrawing traffic from the canary before it is analysed");
  }

  private static Decision callOff(Moment moment) {
    var text =
        "Target reverted to the promoted revision, ending the analysis of "
            + moment.names().target();
    var revisions = moment.progress().revisions();
    var seen = new Progress.Revisions(revisions.promoted(), revisions.candidate(), moment.target());
    return moment.move(
        moment.progress().with(Traffic.NONE).with(seen).enter(Stage.ROLLING_BACK, moment.bounded()),
        text,
        Notice.normal(text));
  }

  static Decision decide(Moment moment) {
    var restarts = moment.progress().stage() == Stage.RESTARTING;
    if (moment.routed() || (restarts && moment.overdue())) {
      return restarts ? startAgain(moment) : drain(moment);
    }
    return moment.overdue() || moment.isToldOverdue()
        ? Rest.shipAnother(moment).orElseGet(() -> tellOnce(moment))
        : moment.goOn();
  }

  private static Decision tellOnce(Moment moment) {
    return moment.isToldOverdue() ? moment.goOn() : moment.overdueNotice(stranded(moment));
  }

  /** What the target is at; what it was at while that can't be read. */
  private static Optional<Revision> restarted(Moment moment) {
    return moment.target().or(() -> moment.progress().revisions().candidate());
  }

  private static Decision startAgain(Moment moment) {
    var revision = restarted(moment);
    return revision.equals(moment.progress().revisions().promoted())
        ? callOff(moment)
        : Rest.restart(moment, revision);
  }

  /** The reason stays: it says why the run ended. */
  private static Decision drain(Moment moment) {
    var drained = Progress.Times.since(moment.now()).settledAt(moment.now());
    return moment.move(
        moment.progress().enter(Stage.DRAINING, drained), moment.progress().reason());
  }

  private static String stranded(Moment moment) {
    return "The primary can't take the traffic back: "
        + Words.of(moment.facts().primary().readiness());
  }
}
