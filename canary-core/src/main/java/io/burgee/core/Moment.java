package io.burgee.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one decision looks at, and the few ways in which it can answer. */
record Moment(Plan plan, Progress progress, Facts facts, Instant now) {

  /** The same with another intent, which is not recorded yet. */
  Moment with(Progress changed) {
    return new Moment(plan, changed, facts, now);
  }

  /** Why there is no revision to be had of the target; empty when there is. */
  Optional<String> unreadable() {
    return switch (facts.target()) {
      case Facts.Target.At _ -> Optional.empty();
      case Facts.Target.Unreadable(var why) -> Optional.of(why);
      case Facts.Target.Gone(var why) -> Optional.of(why);
    };
  }

  Plan.Names names() {
    return plan.names();
  }

  /** The target's revision, unless it can't be judged. */
  Optional<Revision> target() {
    return switch (facts.target()) {
      case Facts.Target.At(var revision) -> Optional.of(revision);
      case Facts.Target.Unreadable _, Facts.Target.Gone _ -> Optional.empty();
    };
  }

  /** The revision that the target was moved to since the candidate was taken, if it was. */
  Optional<Revision> newerThanCandidate() {
    return target().filter(seen -> !Optional.of(seen).equals(progress.revisions().candidate()));
  }

  boolean routed() {
    return facts.routing().shows(progress.traffic());
  }

  String canaryNotReady() {
    return "canary "
        + names().kind().toLowerCase(Locale.ROOT)
        + " "
        + names().target()
        + " not ready: "
        + Words.of(facts.canary().readiness());
  }

  String pausedBy() {
    return "paused: " + progress.holds().pause().orElse("");
  }

  boolean overdue() {
    return progress.times().deadline().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Times of a stage entered now that has the progress deadline to end. */
  Progress.Times bounded() {
    return Progress.Times.since(now).until(now.plus(plan.progressDeadline()));
  }

  Decision.Move move(Progress next, String reason, Notice... notices) {
    return new Decision.Move(next.because(reason), List.copyOf(Arrays.asList(notices)));
  }

  /** Whether the wait of this stage took too long and that was told. */
  boolean isToldOverdue() {
    return progress.times().deadline().isEmpty();
  }

  /** Goes on, but not for ever. */
  Decision withDeadline() {
    var end = now.plus(plan.progressDeadline());
    return progress.times().deadline().isPresent()
        ? goOn()
        : move(progress.with(progress.times().until(end)), progress.reason());
  }

  /** Nothing but a change can end this wait. */
  Decision.Wait waitForChange(String reason) {
    return new Decision.Wait(reason, Optional.empty());
  }

  /** Goes on as recorded: the stage's own reason stands, its own timers wake it. */
  Decision.Wait goOn() {
    var times = progress.times();
    var next =
        Stream.of(times.nextCheck(), times.deadline())
            .flatMap(Optional::stream)
            .filter(at -> at.isAfter(now))
            .min(Comparator.naturalOrder());
    return new Decision.Wait(progress.reason(), next);
  }

  Decision.Wait waitUntil(Instant end, String reason) {
    return new Decision.Wait(reason, Optional.of(end));
  }

  /** Tells once that a wait took too long, and goes on waiting: there is nothing safer to do. */
  Decision overdueNotice(String reason) {
    var told = progress.with(progress.times().withoutDeadline());
    return move(
        told,
        progress.outcome() == Outcome.FAILED ? progress.reason() : reason,
        Notice.warning(reason));
  }
}
