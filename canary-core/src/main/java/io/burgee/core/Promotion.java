package io.burgee.core;

import java.util.ArrayList;
import java.util.List;

/**
 * The primary takes the candidate, then its traffic back; if it can't, the promoted one returns.
 */
final class Promotion {
  private Promotion() {}

  /**
   * The primary takes the candidate.
   *
   * @param why it may: the checks of the latest interval pass, the analysis is skipped, or someone
   *     asked for it
   * @param before what is to be told first
   */
  static Decision begin(Moment moment, String why, List<Notice> before) {
    var names = moment.names();
    var copying = "Copying " + names.target() + " template spec to " + names.primary();
    var notices = new ArrayList<>(before);
    notices.add(Notice.normal(copying));
    var next = moment.progress().withoutHolds().enter(Stage.PROMOTING, moment.bounded());
    return new Decision.Move(next.because(why + ": " + copying), List.copyOf(notices));
  }

  static Decision decide(Moment moment) {
    return switch (moment.progress().stage()) {
      case PROMOTING -> awaitPrimary(moment);
      case SHIFTING_BACK -> shiftBack(moment);
      case FINALISING -> awaitRoutes(moment);
      default -> rescue(moment);
    };
  }

  private static Decision awaitPrimary(Moment moment) {
    var progress = moment.progress();
    var primary = moment.facts().primary();
    var candidate = progress.revisions().candidate();
    if (!moment.facts().candidateIntact() && !primary.runs().equals(candidate)) {
      return Withdrawal.restart(moment); // what was analysed can't be had any more
    }
    if (primary.serves(candidate)) {
      return nextReturn(moment);
    }
    return mustFail(moment) ? fail(moment) : moment.goOn();
  }

  private static Decision shiftBack(Moment moment) {
    var progress = moment.progress();
    var times = progress.times();
    var candidate = progress.revisions().candidate();
    if (!moment.facts().primary().serves(candidate)) {
      return mustFail(moment) ? fail(moment) : moment.withDeadline();
    }
    if (!moment.facts().canary().serves(candidate) || Drift.isEndless(progress)) {
      return returnAll(moment); // nobody is left to a side that can't serve
    }
    if (!moment.routed()) {
      return moment.overdue() ? returnAll(moment) : moment.goOn();
    }
    if (times.settled().isEmpty()) {
      var next = moment.now().plus(moment.plan().interval());
      var settled = times.settledAt(moment.now()).checkAt(next).withoutDeadline();
      return moment.move(progress.with(settled), progress.reason());
    }
    if (times.deadline().isPresent()) { // that of a primary that is ready again
      return moment.move(progress.with(times.withoutDeadline()), progress.reason());
    }
    return times.nextCheck().filter(at -> !moment.now().isBefore(at)).isPresent()
        ? nextReturn(moment)
        : moment.goOn();
  }

  /** Traffic returns all at once, or by one step. */
  private static Decision nextReturn(Moment moment) {
    var plan = moment.plan();
    var step = plan.promotionStep().percent();
    var left = moment.progress().traffic().canary().percent() - step;
    if (step > 0 && plan.routed() && moment.progress().traffic().reachesCanary()) {
      var weight = new Weight(Math.max(0, left));
      var text =
          "Advance " + moment.names().canary() + " primary weight " + weight.rest().percent();
      var stage = weight.isZero() ? Stage.FINALISING : Stage.SHIFTING_BACK;
      return moment.move(
          moment.progress().with(Traffic.of(weight)).enter(stage, moment.bounded()),
          "The primary runs the candidate: " + text,
          Notice.normal(text));
    }
    return returnAll(moment);
  }

  private static Decision returnAll(Moment moment) {
    var plan = moment.plan();
    var text = "Routing all traffic to primary";
    var next = moment.progress().with(Traffic.NONE).enter(Stage.FINALISING, moment.bounded());
    return plan.routed()
        ? moment.move(next, "The primary runs the candidate: " + text, Notice.normal(text))
        : moment.move(next, "The primary runs the candidate");
  }

  private static Decision awaitRoutes(Moment moment) {
    if (moment.routed()) {
      var progress = moment.progress();
      var now = progress.revisions();
      var promoted = new Progress.Revisions(now.candidate(), now.candidate(), now.seen());
      return moment.move(
          progress
              .with(promoted)
              .ending(Outcome.SUCCEEDED)
              .enter(Stage.DRAINING, Progress.Times.since(moment.now()).settledAt(moment.now())),
          "The primary has all traffic, the canary finishes its requests");
    }
    return mustFail(moment) ? fail(moment) : awaitRoute(moment);
  }

  /** The primary is well; what is late is the route. */
  private static Decision awaitRoute(Moment moment) {
    return moment.overdue()
        ? moment.overdueNotice("Routes do not show the intended traffic yet")
        : moment.goOn();
  }

  private static boolean mustFail(Moment moment) {
    var primary = moment.facts().primary();
    return !primary.serves(moment.progress().revisions().candidate())
        && (primary.readiness() instanceof Facts.Readiness.Stuck || moment.overdue());
  }

  /** Someone called it off: what was promoted before returns, and all traffic stays where it is. */
  static Decision abort(Moment moment, String why) {
    var text = "Promotion of " + moment.names().target() + " aborted: " + why;
    return moment.move(
        moment.progress().ending(Outcome.FAILED).enter(Stage.RESCUING, moment.bounded()),
        text,
        Notice.warning(text));
  }

  private static Decision fail(Moment moment) {
    var why = Words.of(moment.facts().primary().readiness());
    var text = "Promotion of " + moment.names().target() + " failed, primary not ready: " + why;
    return moment.move(
        moment
            .progress()
            .with(Traffic.of(Weight.ALL))
            .ending(Outcome.FAILED)
            .enter(Stage.RESCUING, moment.bounded()),
        text,
        Notice.warning(text));
  }

  /** The canary serves, as far as it can, until the promoted revision is back. */
  private static Decision rescue(Moment moment) {
    var progress = moment.progress();
    if (moment.facts().primary().serves(progress.revisions().promoted())) {
      return moment.move(
          progress.with(Traffic.NONE).enter(Stage.ROLLING_BACK, moment.bounded()),
          "The promoted revision is back, returning traffic to it");
    }
    return moment.overdue() || moment.isToldOverdue()
        ? Rest.shipAnother(moment).orElseGet(() -> tellOnce(moment))
        : moment.goOn();
  }

  private static Decision tellOnce(Moment moment) {
    return moment.isToldOverdue()
        ? moment.goOn()
        : moment.overdueNotice(
            moment.names().primary()
                + " not ready with the promoted revision: "
                + Words.of(moment.facts().primary().readiness()));
  }
}
