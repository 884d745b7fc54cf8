package io.burgee.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The canary has its step's traffic; each interval it is judged, then goes on, waits or goes back.
 */
final class Analysis {
  private Analysis() {}

  /**
   * The first step of a run.
   *
   * @param before what is to be told first
   */
  static Decision begin(Moment moment, List<Notice> before) {
    return advance(moment, 1, "The canary is ready", before);
  }

  static Decision decide(Moment moment) {
    if (moment.newerThanCandidate().isPresent()) {
      return Withdrawal.restart(moment);
    }
    return whileNotReady(moment)
        .or(() -> whileNotRouted(moment))
        .orElseGet(() -> moment.plan().skipAnalysis() ? skip(moment) : whenDue(moment));
  }

  private static Decision skip(Moment moment) {
    return moment.progress().holds().pause().isPresent()
        ? moment.waitForChange(moment.pausedBy())
        : Promotion.begin(moment, "The analysis is skipped", List.of());
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
    var end = moment.now().plus(patience(moment));
    var sooner = times.deadline().filter(standing -> !standing.isAfter(end));
    return Optional.of(
        sooner
            .<Decision>map(standing -> moment.waitUntil(standing, progress.reason()))
            .orElseGet(
                () ->
                    moment.move(progress.with(times.until(end)), reason, Notice.warning(reason))));
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
    if (Drift.isEndless(progress)) {
      return Optional.of(Withdrawal.rollBack(moment, "someone else keeps changing the route"));
    }
    if (moment.routed()) {
      return times.settled().isPresent() ? Optional.empty() : Optional.of(settle(moment));
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
    if (moment.progress().holds().pause().isPresent()) {
      return moment.waitForChange(moment.pausedBy());
    }
    var due = moment.progress().times().nextCheck();
    if (due.filter(at -> !moment.now().isBefore(at)).isEmpty()) {
      return moment.goOn();
    }
    return Withdrawal.byHook(moment)
        .or(() -> Replies.unasked(moment, HookType.ROLLOUT))
        .or(() -> unmeasured(moment))
        .orElseGet(() -> judge(moment));
  }

  private static Optional<Decision> unmeasured(Moment moment) {
    var checks = moment.plan().checks();
    return checks.isEmpty() || moment.facts().answers().checks().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Decision.Ask(
                new Inquiry.Metrics(checks), "The interval is over, asking for metrics"));
  }

  private static Decision judge(Moment moment) {
    var plan = moment.plan();
    var answers = moment.facts().answers().checks().orElse(List.of());
    var judgement =
        Judgement.of(Replies.to(moment, HookType.ROLLOUT))
            .and(Judgement.of(plan.checks(), answers));
    var tally = judgement.addTo(moment.progress().tally());
    var notices = new ArrayList<>(unheard(moment));
    notices.addAll(judgement.notices(plan, tally));
    var judged = moment.with(moment.progress().judgedBy(answers).with(tally));
    var verdict = judgement.verdict(plan, tally);
    if (verdict.isPresent()) {
      return Withdrawal.rollBack(judged, verdict.get(), notices);
    }
    return judgement.passes()
        ? pass(judged, notices)
        : new Decision.Move(nextInterval(judged).because(judgement.reason()), List.copyOf(notices));
  }

  /** Rollback hooks that nobody answers for, told once in a step. */
  private static List<Notice> unheard(Moment moment) {
    var times = moment.progress().times();
    var first = times.settled().map(at -> at.plus(moment.plan().interval()));
    return first.equals(times.nextCheck())
        ? Replies.to(moment, HookType.ROLLBACK).silences().stream().map(Notice::warning).toList()
        : List.of();
  }

  private static Decision pass(Moment moment, List<Notice> before) {
    var progress = moment.progress();
    var strategy = moment.plan().strategy();
    var next = strategy.next(progress.step(), progress.traffic());
    Function<List<Notice>, Decision> onward =
        notices ->
            next.isEmpty() ? promote(moment, notices) : goOn(moment, next.getAsInt(), notices);
    var approved = next.isEmpty() && Gate.isHeldAt(progress, HookType.CONFIRM_PROMOTION);
    var gated = strategy instanceof Strategy.Weighted && !approved;
    return gated
        ? Gate.pass(moment, HookType.CONFIRM_TRAFFIC_INCREASE, before, nextInterval(moment), onward)
        : onward.apply(before);
  }

  /** Where all users are switched at once, that is the promotion to them, and asks like one. */
  private static Decision goOn(Moment moment, int step, List<Notice> before) {
    var why = "All checks pass at step " + moment.progress().step();
    return moment.plan().strategy() instanceof Strategy.BlueGreen(var iterations, _, _)
            && step > iterations
        ? Gate.pass(
            moment,
            HookType.CONFIRM_PROMOTION,
            before,
            nextInterval(moment),
            notices -> advance(moment, step, why, notices))
        : advance(moment, step, why, before);
  }

  /** Nothing is done again while people think about it, but the canary is judged on. */
  private static Decision promote(Moment moment, List<Notice> before) {
    return Gate.pass(
        moment,
        HookType.CONFIRM_PROMOTION,
        before,
        nextInterval(moment),
        notices -> Promotion.begin(moment, "All checks pass", notices));
  }

  private static Progress nextInterval(Moment moment) {
    var times = moment.progress().times();
    return moment.progress().with(times.checkAt(moment.now().plus(moment.plan().interval())));
  }

  /** What a primary without pods can't take back stays with the canary, and the rest joins it. */
  private static Traffic keeping(Moment moment, Traffic wanted) {
    var facts = moment.facts();
    return facts
        .routing()
        .live()
        .filter(live -> !facts.primary().survives())
        .filter(
            live ->
                live.canary().compareTo(wanted.canary()) > 0
                    || (live.matched() && !wanted.matched()))
        .map(_ -> Traffic.of(Weight.ALL))
        .orElse(wanted);
  }

  private static Decision advance(Moment moment, int step, String why, List<Notice> before) {
    var strategy = moment.plan().strategy();
    var announcement = strategy.announce(moment.names().canary(), step);
    var notices = new ArrayList<>(before);
    notices.add(Notice.normal(announcement));
    var next =
        moment
            .progress()
            .heldAt(Optional.empty())
            .with(keeping(moment, strategy.steps().get(step - 1)))
            .atStep(step)
            .enter(Stage.ANALYSING, moment.bounded());
    return new Decision.Move(next.because(why + ": " + announcement), List.copyOf(notices));
  }
}
