package io.burgee.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a Canary is doing: all that a reconcile remembers. Written to the status before anything is
 * changed for it.
 *
 * @param outcome how the run before this one ended or, while a run is being ended, how it ends
 * @param traffic what the canary is to get
 * @param step how many of the strategy's steps were begun in this run
 * @param run counts the runs of this Canary
 * @param reason why this stage was entered or what it is waiting for, in words for the user
 * @param checks what the last judgement saw
 */
public record Progress(
    Stage stage,
    Outcome outcome,
    Revisions revisions,
    Traffic traffic,
    int step,
    Tally tally,
    Times times,
    long run,
    String reason,
    List<CheckResult> checks) {

  public Progress {
    checks = List.copyOf(checks);
  }

  /** Before the first reconcile. */
  public static Progress none(Instant now) {
    return new Progress(
        Stage.NEW,
        Outcome.INITIALIZED,
        new Revisions(Optional.empty(), Optional.empty(), Optional.empty()),
        Traffic.NONE,
        0,
        Tally.ZERO,
        Times.since(now),
        0,
        "",
        List.of());
  }

  /**
   * The revisions that matter to a Canary.
   *
   * @param promoted what the primary runs at rest
   * @param candidate what the current run, or else the last one, is about
   * @param seen the target's revision that was last acted on; only another one starts a run
   */
  public record Revisions(
      Optional<Revision> promoted, Optional<Revision> candidate, Optional<Revision> seen) {

    /** The target went back to what is promoted while the candidate was being released. */
    public boolean calledOff() {
      return candidate.isPresent() && !candidate.equals(promoted) && seen.equals(promoted);
    }
  }

  /**
   * What the current run has on its account.
   *
   * @param failed intervals of this run with a failed check
   * @param unknown intervals in a row, up to now, with a check that had no answer
   */
  public record Tally(int failed, int unknown) {
    public static final Tally ZERO = new Tally(0, 0);
  }

  /**
   * When things happened or will.
   *
   * @param since when the stage was entered
   * @param settled since when the live route shows the intended traffic
   * @param nextCheck when the step is judged next; absent until it has settled
   * @param deadline when waiting in this stage ends; absent where waiting is the user's choice
   */
  public record Times(
      Instant since,
      Optional<Instant> settled,
      Optional<Instant> nextCheck,
      Optional<Instant> deadline) {
    public static Times since(Instant now) {
      return new Times(now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Times until(Instant end) {
      return new Times(since, settled, nextCheck, Optional.of(end));
    }

    public Times settledAt(Instant now) {
      return new Times(since, Optional.of(now), nextCheck, deadline);
    }

    public Times checkAt(Instant next) {
      return new Times(since, settled, Optional.of(next), deadline);
    }

    Times withoutDeadline() {
      return new Times(since, settled, nextCheck, Optional.empty());
    }
  }

  Progress enter(Stage next, Times entered) {
    return new Progress(
        next, outcome, revisions, traffic, step, tally, entered, run, reason, checks);
  }

  Progress ending(Outcome end) {
    return new Progress(stage, end, revisions, traffic, step, tally, times, run, reason, checks);
  }

  Progress with(Revisions changed) {
    return new Progress(stage, outcome, changed, traffic, step, tally, times, run, reason, checks);
  }

  Progress with(Traffic intended) {
    return new Progress(
        stage, outcome, revisions, intended, step, tally, times, run, reason, checks);
  }

  Progress with(Times changed) {
    return new Progress(
        stage, outcome, revisions, traffic, step, tally, changed, run, reason, checks);
  }

  Progress with(Tally counted) {
    return new Progress(
        stage, outcome, revisions, traffic, step, counted, times, run, reason, checks);
  }

  Progress atStep(int number) {
    return new Progress(
        stage, outcome, revisions, traffic, number, tally, times, run, reason, checks);
  }

  Progress judgedBy(List<CheckResult> results) {
    return new Progress(
        stage, outcome, revisions, traffic, step, tally, times, run, reason, results);
  }

  Progress nextRun() {
    return new Progress(
        stage, outcome, revisions, Traffic.NONE, 0, Tally.ZERO, times, run + 1, reason, List.of());
  }

  Progress because(String why) {
    return new Progress(stage, outcome, revisions, traffic, step, tally, times, run, why, checks);
  }
}
