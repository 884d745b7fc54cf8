package io.burgee.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Canary is doing: all that a reconcile remembers. Written to the status before anything is
 * changed for it.
 *
 * @param outcome how the run before this one ended or, while a run is being ended, how it ends
 * @param traffic what the canary is to get
 * @param step how many of the strategy's steps were begun in this run
 * @param holds what people keep it from doing
 * @param heard what users asked for by verbs, as far as it was dealt with and still stands there
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
    Holds holds,
    Map<Verb, String> heard,
    long run,
    String reason,
    List<CheckResult> checks) {

  public Progress {
    heard = Map.copyOf(heard);
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
        Holds.NONE,
        Map.of(),
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
   * @param drifts how often the route was changed by others since it was last judged
   */
  public record Tally(int failed, int unknown, int drifts) {
    public static final Tally ZERO = new Tally(0, 0);

    public Tally(int failed, int unknown) {
      this(failed, unknown, 0);
    }

    Tally withDrift() {
      return new Tally(failed, unknown, drifts + 1);
    }
  }

  /**
   * What keeps a run waiting because people want it so; such waits have no deadline.
   *
   * @param gate the hooks that withheld their yes when they were last asked
   * @param pause who paused the run, and why
   */
  public record Holds(Optional<HookType> gate, Optional<String> pause) {
    public static final Holds NONE = new Holds(Optional.empty(), Optional.empty());
  }

  /**
   * When things happened or will.
   *
   * @param since when the stage was entered
   * @param settled since when the live route shows the intended traffic
   * @param nextCheck when the step is judged next; absent until it has settled
   * @param deadline when waiting in this stage ends; absent where waiting is the user's choice
   * @param frozen since when the Canary is suspended; the time until it goes on does not count
   */
  public record Times(
      Instant since,
      Optional<Instant> settled,
      Optional<Instant> nextCheck,
      Optional<Instant> deadline,
      Optional<Instant> frozen) {
    public static Times since(Instant now) {
      return new Times(now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Times until(Instant end) {
      return new Times(since, settled, nextCheck, Optional.of(end), frozen);
    }

    public Times settledAt(Instant now) {
      return new Times(since, Optional.of(now), nextCheck, deadline, frozen);
    }

    public Times checkAt(Instant next) {
      return new Times(since, settled, Optional.of(next), deadline, frozen);
    }

    Times withoutDeadline() {
      return new Times(since, settled, nextCheck, Optional.empty(), frozen);
    }

    Times frozenAt(Instant now) {
      return new Times(since, settled, nextCheck, deadline, Optional.of(now));
    }

    /** As if the time since it was frozen had not passed. */
    Times thawedAt(Instant now) {
      var pause = Duration.between(frozen.orElse(now), now);
      return new Times(
          since.plus(pause),
          settled.map(at -> at.plus(pause)),
          nextCheck.map(at -> at.plus(pause)),
          deadline.map(at -> at.plus(pause)),
          Optional.empty());
    }
  }

  Progress enter(Stage next, Times entered) {
    return change().stage(next).times(entered).done();
  }

  Progress ending(Outcome end) {
    return change().outcome(end).done();
  }

  Progress with(Revisions changed) {
    return change().revisions(changed).done();
  }

  Progress with(Traffic intended) {
    return change().traffic(intended).done();
  }

  Progress with(Times changed) {
    return change().times(changed).done();
  }

  Progress with(Tally counted) {
    return change().tally(counted).done();
  }

  Progress atStep(int number) {
    return change().step(number).done();
  }

  Progress judgedBy(List<CheckResult> results) {
    return change().checks(results).done();
  }

  /** Held at that gate, or at none. */
  Progress heldAt(Optional<HookType> gate) {
    return change().holds(new Holds(gate, holds.pause())).done();
  }

  Progress paused(Optional<String> why) {
    return change().holds(new Holds(holds.gate(), why)).done();
  }

  Progress withoutHolds() {
    return change().holds(Holds.NONE).done();
  }

  Progress hearing(Map<Verb, String> verbs) {
    return change().heard(verbs).done();
  }

  Progress nextRun() {
    return change()
        .traffic(Traffic.NONE)
        .step(0)
        .tally(Tally.ZERO)
        .holds(new Holds(Optional.empty(), holds.pause()))
        .run(run + 1)
        .checks(List.of())
        .done();
  }

  Progress because(String why) {
    return change().reason(why).done();
  }

  private Change change() {
    return new Change(this);
  }

  /** A copy in the making. */
  private static final class Change {
    private Stage stage;
    private Outcome outcome;
    private Revisions revisions;
    private Traffic traffic;
    private int step;
    private Tally tally;
    private Times times;
    private Holds holds;
    private Map<Verb, String> heard;
    private long run;
    private String reason;
    private List<CheckResult> checks;

    Change(Progress from) {
      stage = from.stage;
      outcome = from.outcome;
      revisions = from.revisions;
      traffic = from.traffic;
      step = from.step;
      tally = from.tally;
      times = from.times;
      holds = from.holds;
      heard = from.heard;
      run = from.run;
      reason = from.reason;
      checks = from.checks;
    }

    Change stage(Stage changed) {
      stage = changed;
      return this;
    }

    Change outcome(Outcome changed) {
      outcome = changed;
      return this;
    }

    Change revisions(Revisions changed) {
      revisions = changed;
      return this;
    }

    Change traffic(Traffic changed) {
      traffic = changed;
      return this;
    }

    Change step(int changed) {
      step = changed;
      return this;
    }

    Change tally(Tally changed) {
      tally = changed;
      return this;
    }

    Change times(Times changed) {
      times = changed;
      return this;
    }

    Change holds(Holds changed) {
      holds = changed;
      return this;
    }

    Change heard(Map<Verb, String> changed) {
      heard = changed;
      return this;
    }

    Change run(long changed) {
      run = changed;
      return this;
    }

    Change reason(String changed) {
      reason = changed;
      return this;
    }

    Change checks(List<CheckResult> changed) {
      checks = changed;
      return this;
    }

    Progress done() {
      return new Progress(
          stage, outcome, revisions, traffic, step, tally, times, holds, heard, run, reason,
          checks);
    }
  }
}
