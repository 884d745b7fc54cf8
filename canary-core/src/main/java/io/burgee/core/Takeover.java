package io.burgee.core;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a Canary goes on that Flagger worked on until now: at rest it stays at rest, a run in
 * progress goes on where it is, and nothing starts that no user asked for.
 */
public final class Takeover {
  private Takeover() {}

  /**
   * What Flagger's status says.
   *
   * @param phase as Flagger writes it; blank where it wrote none
   * @param weight what it last gave the canary; the live route is what counts where there is one
   * @param iterations may be negative while it waits for promotion
   * @param configsMoved whether configuration that it tracked has another content now
   */
  public record Status(
      String phase, int weight, int iterations, int failedChecks, boolean configsMoved) {}

  /** What facts are observed with, before there is any progress of ours. */
  public static Progress baseline(Optional<Revision> promoted, Instant now) {
    return Progress.none(now)
        .with(new Progress.Revisions(promoted, Optional.empty(), Optional.empty()));
  }

  /**
   * The first progress of ours.
   *
   * @param promoted what the primary runs; empty if there is no primary
   */
  public static Decision decide(
      Plan plan, Optional<Revision> promoted, Status status, Facts facts, Instant now) {
    var moment = new Moment(plan, baseline(promoted, now), facts, now);
    if (status.phase().equals(Phase.TERMINATING.text())) {
      return told(moment, enter(moment, Stage.TERMINATING, moment.bounded()), status);
    }
    var unreadable = moment.unreadable();
    if (unreadable.isPresent()) {
      return moment.waitForChange(unreadable.get());
    }
    return promoted.isEmpty() ? initialise(moment, status) : byPhase(moment, status);
  }

  /** Without a primary there is nothing to take over; the target serves, or nobody does. */
  private static Decision initialise(Moment moment, Status status) {
    return told(moment, enter(moment, Stage.NEW, Progress.Times.since(moment.now())), status);
  }

  private static Decision byPhase(Moment moment, Status status) {
    return switch (status.phase().toLowerCase(Locale.ROOT)) {
      case "initialized" -> rest(moment, status, Outcome.INITIALIZED);
      case "succeeded", "terminated" -> rest(moment, status, Outcome.SUCCEEDED);
      case "failed" -> failed(moment, status);
      case "waiting" -> waiting(moment, status);
      case "progressing" -> running(moment, status, false);
      case "waitingpromotion" -> running(moment, status, true);
      case "promoting" -> promoting(moment, status, Stage.PROMOTING, live(moment, status));
      case "finalising" -> promoting(moment, status, Stage.FINALISING, Traffic.NONE);
      default -> initialising(moment, status);
    };
  }

  /** The primary is there already: if it is made from what the target is now, it is kept. */
  private static Decision initialising(Moment moment, Status status) {
    var promoted = moment.progress().revisions().promoted();
    if (!promoted.equals(moment.target())) {
      return initialise(moment, status);
    }
    var next = enter(moment, Stage.PREPARING, moment.bounded());
    return told(
        moment, next.with(new Progress.Revisions(promoted, Optional.empty(), promoted)), status);
  }

  /** A baseline that is not ours is taken as it is: what differs by now starts no run. */
  private static Decision rest(Moment moment, Status status, Outcome outcome) {
    var resting =
        enter(moment, Stage.AT_REST, Progress.Times.since(moment.now()))
            .ending(outcome)
            .with(baseline(moment, status));
    return told(moment, resting, status, unreleased(moment, status));
  }

  /**
   * Since 1.44 Flagger leaves all traffic on the canary when a promotion fails, with the candidate
   * in the primary: the traffic stays there until the primary is ready, or another revision is.
   */
  private static Decision failed(Moment moment, Status status) {
    var traffic = live(moment, status);
    if (!traffic.reachesCanary()) {
      return rest(moment, status, Outcome.FAILED);
    }
    var promoted = moment.progress().revisions().promoted();
    var next =
        enter(moment, Stage.RESCUING, Progress.Times.since(moment.now()))
            .ending(Outcome.FAILED)
            .with(traffic)
            .with(new Progress.Revisions(promoted, moment.target(), moment.target()));
    return told(moment, next, status);
  }

  private static Decision waiting(Moment moment, Status status) {
    var revisions = moment.progress().revisions();
    if (moment.target().equals(revisions.promoted())) {
      return rest(moment, status, Outcome.SUCCEEDED); // taken back while it waited
    }
    var next =
        enter(moment, Stage.WAITING, Progress.Times.since(moment.now()))
            .ending(Outcome.SUCCEEDED)
            .with(
                new Progress.Revisions(
                    revisions.promoted(), moment.target(), revisions.promoted()));
    return told(moment, next.heldAt(Optional.of(HookType.CONFIRM_ROLLOUT)), status);
  }

  private static Decision running(Moment moment, Status status, boolean atGate) {
    var promoted = moment.progress().revisions().promoted();
    var target = moment.target();
    var traffic = live(moment, status);
    if (target.equals(promoted)) {
      return calledOff(moment, status);
    }
    var run =
        enter(moment, Stage.ANALYSING, Progress.Times.since(moment.now()))
            .nextRun()
            .ending(Outcome.SUCCEEDED)
            .with(new Progress.Revisions(promoted, target, target))
            .with(new Progress.Tally(Math.max(0, status.failedChecks()), 0));
    if (status.configsMoved()) {
      return told(moment, run.enter(Stage.RESTARTING, moment.bounded()), status);
    }
    if (!atGate && !traffic.reachesCanary() && status.iterations() <= 0) {
      return told(moment, run.enter(Stage.STARTING, moment.bounded()), status);
    }
    var strategy = moment.plan().strategy();
    var step = atGate ? strategy.steps().size() : stepAt(strategy, traffic, status.iterations());
    var next =
        run.with(traffic)
            .atStep(step)
            .with(
                Progress.Times.since(moment.now())
                    .settledAt(moment.now())
                    .checkAt(moment.now().plus(moment.plan().interval())));
    return told(
        moment, atGate ? next.heldAt(Optional.of(HookType.CONFIRM_PROMOTION)) : next, status);
  }

  /** The user took the release back, which Flagger does not notice. */
  private static Decision calledOff(Moment moment, Status status) {
    var promoted = moment.progress().revisions().promoted();
    var abandoned = Optional.of(new Revision("unknown"));
    var next =
        enter(moment, Stage.ROLLING_BACK, moment.bounded())
            .nextRun()
            .ending(Outcome.SUCCEEDED)
            .with(new Progress.Revisions(promoted, abandoned, promoted));
    return told(moment, next, status);
  }

  /** Flagger has copied the candidate to the primary; what was there before is not known. */
  private static Decision promoting(Moment moment, Status status, Stage stage, Traffic traffic) {
    var promoted = moment.progress().revisions().promoted();
    var next =
        enter(moment, stage, moment.bounded())
            .nextRun()
            .with(traffic)
            .atStep(moment.plan().strategy().steps().size())
            .with(new Progress.Revisions(promoted, promoted, seen(moment, status)));
    return told(moment, next, status, unreleased(moment, status));
  }

  /** What Flagger last acted on: whatever the target is at, unless its configuration moved. */
  private static Optional<Revision> seen(Moment moment, Status status) {
    return status.configsMoved() ? moment.progress().revisions().promoted() : moment.target();
  }

  private static Progress.Revisions baseline(Moment moment, Status status) {
    var promoted = moment.progress().revisions().promoted();
    return new Progress.Revisions(promoted, moment.target(), seen(moment, status));
  }

  private static List<Notice> unreleased(Moment moment, Status status) {
    var promoted = moment.progress().revisions().promoted();
    return status.configsMoved()
            || moment.target().equals(promoted)
            || status.phase().equals(Phase.FAILED.text())
        ? List.of()
        : List.of(
            Notice.warning(
                moment.names().target()
                    + " differs from "
                    + moment.names().primary()
                    + ", and whether that was released can't be told: nothing is started, the"
                    + " annotation burgee.io/retry releases it"));
  }

  /** What the live route shows; without one, what the status says. */
  private static Traffic live(Moment moment, Status status) {
    return moment
        .facts()
        .routing()
        .live()
        .filter(traffic -> moment.plan().routed())
        .orElseGet(
            () ->
                moment.plan().routed()
                    ? Traffic.of(new Weight(Math.clamp(status.weight(), 0, 100)))
                    : Traffic.NONE);
  }

  /** The last step that the traffic is at or above, or the iterations that were begun. */
  private static int stepAt(Strategy strategy, Traffic traffic, int iterations) {
    var steps = strategy.steps();
    if (!(strategy instanceof Strategy.Weighted)) {
      return traffic.canary().equals(Weight.ALL)
          ? steps.size()
          : Math.clamp(iterations, 1, steps.size());
    }
    var step = 1;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).canary().compareTo(traffic.canary()) <= 0) {
        step = i + 1;
      }
    }
    return step;
  }

  private static Progress enter(Moment moment, Stage stage, Progress.Times times) {
    return moment.progress().enter(stage, times).hearing(Map.copyOf(moment.facts().verbs()));
  }

  private static Decision told(Moment moment, Progress next, Status status) {
    return told(moment, next, status, List.of());
  }

  private static Decision told(Moment moment, Progress next, Status status, List<Notice> more) {
    var phase = status.phase().isBlank() ? Phase.INITIALIZING.text() : status.phase();
    var text = "Taken over " + moment.names().canary() + " from Flagger in phase " + phase;
    var notices = new java.util.ArrayList<Notice>();
    notices.add(Notice.normal(text));
    notices.addAll(more);
    return new Decision.Move(next.because(text), List.copyOf(notices));
  }
}
