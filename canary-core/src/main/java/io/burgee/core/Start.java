package io.burgee.core;

import java.util.ArrayList;
import java.util.List;

/** A new revision becomes ready, and passes its first hooks, before it gets any traffic. */
final class Start {
  private Start() {}

  static Decision decide(Moment moment) {
    if (moment.newerThanCandidate().isPresent()) {
      return Withdrawal.restart(moment);
    }
    if (!moment.facts().canary().serves(moment.progress().revisions().candidate())) {
      return awaitReady(moment);
    }
    var paused = moment.progress().holds().pause().isPresent();
    var times = moment.progress().times();
    if (times.deadline().isPresent() && (paused || times.nextCheck().isPresent())) {
      return moment.move( // what it waits for now are people, and they have all the time they want
          moment.progress().with(times.withoutDeadline()), moment.progress().reason());
    }
    if (paused) {
      return moment.waitForChange(moment.pausedBy());
    }
    if (moment.plan().skipAnalysis()) {
      return Promotion.begin(moment, "The analysis is skipped", List.of());
    }
    return times.nextCheck().filter(at -> moment.now().isBefore(at)).isPresent()
        ? moment.goOn()
        : ask(moment);
  }

  private static Decision awaitReady(Moment moment) {
    var progress = moment.progress();
    if (moment.facts().canary().readiness() instanceof Facts.Readiness.Stuck || moment.overdue()) {
      return Withdrawal.rollBack(moment, moment.canaryNotReady());
    }
    return progress.times().deadline().isPresent()
        ? moment.goOn()
        : moment.with(progress.because(moment.canaryNotReady())).withDeadline();
  }

  private static Decision ask(Moment moment) {
    return Withdrawal.byHook(moment).orElseGet(() -> preRollout(moment));
  }

  private static Decision preRollout(Moment moment) {
    if (Gate.isHeldAt(moment.progress(), HookType.CONFIRM_TRAFFIC_INCREASE)) {
      return begin(moment, List.of()); // those have passed
    }
    var unasked = Replies.unasked(moment, HookType.PRE_ROLLOUT);
    if (unasked.isPresent()) {
      return unasked.get();
    }
    var replies = Replies.to(moment, HookType.PRE_ROLLOUT);
    var notices = new ArrayList<>(announcement(moment));
    notices.addAll(replies.passes());
    var judgement = Judgement.of(replies);
    var tally = judgement.addTo(moment.progress().tally());
    var judged = moment.with(moment.progress().with(tally));
    return judgement.passes() ? begin(judged, notices) : again(judged, judgement, notices);
  }

  /** Told with the first try of a run. */
  private static List<Notice> announcement(Moment moment) {
    return moment.progress().times().nextCheck().isEmpty()
        ? List.of(Notice.normal("Starting canary analysis for " + moment.names().target()))
        : List.of();
  }

  private static Decision again(Moment judged, Judgement judgement, List<Notice> before) {
    var tally = judged.progress().tally();
    var notices = new ArrayList<>(before);
    notices.addAll(judgement.notices(judged.plan(), tally));
    return judgement
        .verdict(judged.plan(), tally)
        .<Decision>map(why -> Withdrawal.rollBack(judged, why, notices))
        .orElseGet(
            () ->
                new Decision.Move(
                    waiting(judged).because(judgement.reason()), List.copyOf(notices)));
  }

  /** Ready, and asked again after an interval. */
  private static Progress waiting(Moment moment) {
    var times = moment.progress().times().withoutDeadline();
    return moment.progress().with(times.checkAt(moment.now().plus(moment.plan().interval())));
  }

  private static Decision begin(Moment moment, List<Notice> before) {
    return moment.plan().strategy() instanceof Strategy.Weighted
        ? Gate.pass(
            moment,
            HookType.CONFIRM_TRAFFIC_INCREASE,
            before,
            waiting(moment),
            notices -> Analysis.begin(moment, notices))
        : Analysis.begin(moment, before);
  }
}
