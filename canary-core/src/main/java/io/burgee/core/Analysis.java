package io.burgee.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The canary has its step's traffic; each interval it is judged, then goes on, waits or goes back.
 */
final class Analysis {
  private Analysis() {}

  /** The first step of a run. */
  static Decision begin(Moment moment) {
    var started = Notice.normal("Starting canary analysis for " + moment.names().target());
    return advance(moment, 1, "The canary is ready", List.of(started));
  }

  static Decision decide(Moment moment) {
    if (moment.newerThanCandidate().isPresent()) {
      return Withdrawal.restart(moment);
    }
    return whileNotReady(moment)
        .or(() -> whileNotRouted(moment))
        .orElseGet(() -> moment.plan().skipAnalysis() ? Promotion.begin(moment) : whenDue(moment));
  }

  /** A canary that lost pods gets no verdict; it has the deadline to come back. */
  private static Optional<Decision> whileNotReady(Moment moment) {
    var progress = moment.progress();
    var canary = moment.facts().canary();
    var times = progress.times();
    if (canary.serves(progress.revisions().candidate())) {
      var recovered = times.settled().isPresent() && times.deadline().isPresent();
      return recovered
          ? Optional.of(
              moment.move(progress.with(times.withoutDeadline()), "The canary is ready again"))
          : Optional.empty();
    }
    var reason = moment.canaryNotReady();
    if (canary.readiness() instanceof Facts.Readiness.Stuck || moment.overdue()) {
      return Optional.of(Withdrawal.rollBack(moment, reason));
    }
    var bounded = times.until(moment.now().plus(patience(moment)));
    return Optional.of(
        times.deadline().isEmpty()
            ? moment.move(progress.with(bounded), reason, Notice.warning(reason))
            : moment.waitUntil(times.deadline().get(), progress.reason()));
  }

  /** Users' requests that no pod can answer are not left waiting for a whole rollout's time. */
  private static Duration patience(Moment moment) {
    var fails =
        moment.progress().traffic().reachesCanary()
            && !moment.facts().canary().survives()
            && moment.facts().primary().survives();
    return fails ? moment.plan().interval() : moment.plan().progressDeadline();
  }

  /** The interval counts from when the live route showed the step's traffic. */
  private static Optional<Decision> whileNotRouted(Moment moment) {
    var progress = moment.progress();
    var times = progress.times();
    if (moment.routed()) {
      return times.settled().isPresent() ? Optional.empty() : Optional.of(settle(moment));
    }
    if (times.settled().isPresent()) {
      var drifted = "The live route is not as intended, putting it back";
      return Optional.of(
          moment.move(progress.with(moment.bounded()), drifted, Notice.warning(drifted)));
    }
    return Optional.of(
        moment.overdue()
            ? Withdrawal.rollBack(moment, "the route does not show the intended traffic")
            : moment.goOn());
  }

  private static Decision settle(Moment moment) {
    var progress = moment.progress();
    var next = moment.now().plus(moment.plan().interval());
    var times = Progress.Times.since(progress.times().since()).settledAt(moment.now());
    return moment.move(progress.with(times.checkAt(next)), progress.reason());
  }

  private static Decision whenDue(Moment moment) {
    var due = moment.progress().times().nextCheck();
    if (due.filter(at -> !moment.now().isBefore(at)).isEmpty()) {
      return moment.goOn();
    }
    var checks = moment.plan().checks();
    var answers = moment.facts().answers();
    if (answers.isEmpty() && !checks.isEmpty()) {
      return new Decision.Ask(checks, "The interval is over, asking for metrics");
    }
    return judge(moment, answers.orElse(List.of()));
  }

  private static Decision judge(Moment moment, List<CheckResult> answers) {
    var judgement = Judgement.of(moment.plan().checks(), answers);
    var tally = judgement.addTo(moment.progress().tally());
    var judged =
        new Moment(
            moment.plan(),
            moment.progress().judgedBy(answers).with(tally),
            moment.facts(),
            moment.now());
    var plan = moment.plan();
    if (tally.failed() >= plan.threshold() && judgement.fails()) {
      return Withdrawal.rollBack(
          judged, "failed checks threshold reached " + tally.failed(), judgement.notices());
    }
    if (tally.unknown() >= plan.threshold() && !plan.waitOnUnknown()) {
      return Withdrawal.rollBack(
          judged,
          "no answer for " + tally.unknown() + " intervals: " + judgement.reason(),
          judgement.notices());
    }
    return judgement.passes() ? pass(judged) : again(judged, judgement);
  }

  private static Decision pass(Moment moment) {
    var progress = moment.progress();
    var next = moment.plan().strategy().next(progress.step(), progress.traffic());
    return next.isEmpty()
        ? Promotion.begin(moment)
        : advance(moment, next.getAsInt(), "All checks pass at step " + progress.step(), List.of());
  }

  private static Decision again(Moment moment, Judgement judgement) {
    var progress = moment.progress();
    var next = moment.now().plus(moment.plan().interval());
    return new Decision.Move(
        progress.with(progress.times().checkAt(next)).because(judgement.reason()),
        judgement.notices());
  }

  private static Decision advance(Moment moment, int step, String why, List<Notice> before) {
    var strategy = moment.plan().strategy();
    var traffic = strategy.steps().get(step - 1);
    var announcement = strategy.announce(moment.names().canary(), step);
    var notices = new ArrayList<>(before);
    notices.add(Notice.normal(announcement));
    var next =
        moment.progress().with(traffic).atStep(step).enter(Stage.ANALYSING, moment.bounded());
    return new Decision.Move(next.because(why + ": " + announcement), List.copyOf(notices));
  }
}
