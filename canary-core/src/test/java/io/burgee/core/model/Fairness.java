package io.burgee.core.model;

import io.burgee.core.Facts;
import io.burgee.core.Progress;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a run ends when nobody disturbs it any more. From each state the one way is followed that
 * a quiet world takes: the operator acts, then pods become what they will be, then time passes.
 */
final class Fairness {
  private final Map<Schedule, Operator> operators = new EnumMap<>(Schedule.class);
  private final Map<Schedule, Seen> followed = new EnumMap<>(Schedule.class);

  /** The quiet worlds. */
  enum Schedule {
    WELL("all pods become ready, all checks pass, all hooks say yes"),
    BAD_CANARY("the canary's pods do not become ready, and the checks fail"),
    NO_ANSWERS("pods become ready, but nobody answers"),
    BROKEN_PRIMARY("the primary's pods get stuck if they are not ready yet"),
    ANOTHER_REVISION("a user applies another revision, and only that can become ready");

    private final String text;

    Schedule(String text) {
      this.text = text;
    }
  }

  /** How it goes on, and what is wrong with that. */
  record End(List<Step> steps, Breach breach) {}

  Fairness(Setup setup, Rules rules, Seen.Parts parts) {
    for (var schedule : Schedule.values()) {
      var answering =
          switch (schedule) {
            case WELL, BROKEN_PRIMARY, ANOTHER_REVISION ->
                Questions.always(Questions.PASSING, Questions.YES, Questions.NO);
            case BAD_CANARY -> Questions.always(Questions.FAILING, Questions.YES, Questions.NO);
            case NO_ANSWERS ->
                Questions.always(Questions.UNKNOWN, Questions.SILENT, Questions.SILENT);
          };
      operators.put(schedule, new Operator(setup, rules, answering));
      followed.put(schedule, new Seen(parts));
    }
  }

  /** Where the operator is in the middle of something, it goes on to a state that is looked at. */
  Optional<End> check(State s) {
    if (!s.quiet()) {
      return Optional.empty();
    }
    for (var schedule : Schedule.values()) {
      var end =
          schedule == Schedule.ANOTHER_REVISION
              ? canShip(s) ? follow(schedule, shipping(s)) : Optional.<End>empty()
              : follow(schedule, Step.of(() -> "from here on " + schedule.text, 0, s));
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private static boolean canShip(State s) {
    var spec = s.canary().spec();
    return !spec.suspended()
        && !spec.deleted()
        && !s.cluster().target().isGone()
        && s.canary().progress().holds().pause().isEmpty();
  }

  private static Step shipping(State s) {
    var readable = s.cluster().with(s.cluster().target().reads(Target.Reading.FINE));
    var silent = s.after(readable).after(s.canary().spec().silent());
    var applied = Environment.applied(silent, 4);
    return Step.of(applied.text() + ", which is good", 0, applied.next());
  }

  private Optional<End> follow(Schedule schedule, Step first) {
    var known = Objects.requireNonNull(followed.get(schedule));
    var steps = new ArrayList<Step>(List.of(first));
    var before = known.size();
    var state = first.next();
    for (var found = known.add(state); found >= 0; found = known.add(state)) {
      var step = next(schedule, state);
      if (step.isEmpty()) {
        var wrong = judge(schedule, state);
        return wrong.map(breach -> new End(steps, breach));
      }
      steps.add(step.get());
      if (step.get().breach().isPresent()) {
        return Optional.of(new End(steps, step.get().breach().get()));
      }
      state = step.get().next();
    }
    var again = -1 - known.add(state);
    return again < before || isHeld(state) ? Optional.empty() : Optional.of(endless(steps, state));
  }

  private static boolean isHeld(State s) {
    return s.canary().progress().holds().gate().isPresent();
  }

  private static End endless(List<Step> steps, State s) {
    var why = "goes round for ever in stage " + s.canary().progress().stage();
    return new End(steps, new Breach(Breach.Invariant.LIVENESS, why));
  }

  private Optional<Step> next(Schedule schedule, State s) {
    var acts = Objects.requireNonNull(operators.get(schedule)).steps(s);
    if (!acts.isEmpty()) {
      return Optional.of(acts.getFirst());
    }
    return pods(schedule, s).or(() -> time(s));
  }

  private static Optional<Step> time(State s) {
    return s.operator() instanceof Position.Asleep(var minutes) && minutes > 0
        ? Optional.of(
            new Step(() -> minutes + " min pass", 0, minutes, s.later(minutes), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Step> pods(Schedule schedule, State s) {
    var c = s.cluster();
    if (Environment.canBecomeReady(c)) {
      var health = schedule == Schedule.BAD_CANARY ? stuck(c.canary()) : Pods.Health.READY;
      if (health != c.canary().health()) {
        return Optional.of(
            Step.of(
                () -> "the canary's pods: " + Environment.words(health),
                0,
                Environment.canary(s, health)));
      }
    }
    if (Environment.primaryCanBecomeReady(c)) {
      var broken =
          schedule == Schedule.BROKEN_PRIMARY
              || (schedule == Schedule.ANOTHER_REVISION
                  && !c.primary().runs().equals(Optional.of(c.target().revision())));
      var health = broken ? stuck(c.primary().pods()) : Pods.Health.READY;
      if (health != c.primary().pods().health()) {
        return Optional.of(
            Step.of(
                () -> "the primary's pods: " + Environment.words(health),
                0,
                Environment.primary(s, health)));
      }
    }
    return Optional.empty();
  }

  private static Pods.Health stuck(Pods pods) {
    return pods.health().available() ? Pods.Health.STUCK_SOME : Pods.Health.STUCK;
  }

  /** Whether this is where it may stay. */
  private static Optional<Breach> judge(Schedule schedule, State s) {
    var progress = s.canary().progress();
    if (schedule == Schedule.ANOTHER_REVISION) {
      var shipped =
          progress.stage() == Stage.AT_REST
              && progress.revisions().promoted().equals(s.cluster().target().readable());
      return shipped || isTurnedByHand(s)
          ? shipped ? atRest(s) : Optional.empty()
          : Optional.of(
              new Breach(
                  Breach.Invariant.I6,
                  "another revision can't be shipped, it stays in stage " + progress.stage()));
    }
    if (isUsersChoice(s.canary(), progress)) {
      return Optional.empty();
    }
    if (s.canary().spec().deleted()) {
      return terminated(s);
    }
    if (progress.stage() == Stage.AT_REST) {
      return schedule == Schedule.BROKEN_PRIMARY ? Optional.empty() : atRest(s);
    }
    return (s.history().told() && schedule != Schedule.WELL) || waitsForTarget(s, progress)
        ? Optional.empty()
        : stays(progress);
  }

  /** A Service that was turned away from a primary without pods stays so, or requests fail. */
  private static boolean isTurnedByHand(State s) {
    return !s.cluster().apexOnPrimary()
        && s.cluster().primary().pods().available() == 0
        && s.history().told();
  }

  private static boolean isUsersChoice(Canary canary, Progress progress) {
    return (canary.spec().suspended() && !canary.spec().deleted())
        || progress.holds().pause().isPresent()
        || progress.holds().gate().isPresent();
  }

  /** Without a target there is nothing to go on with; what was begun is ended all the same. */
  private static boolean waitsForTarget(State s, Progress progress) {
    var stage = progress.stage();
    return s.cluster().target().readable().isEmpty()
        && (stage == Stage.NEW
            || stage == Stage.PREPARING
            || stage == Stage.ROUTING
            || stage == Stage.WAITING);
  }

  private static Optional<Breach> terminated(State s) {
    var progress = s.canary().progress();
    return progress.stage() == Stage.TERMINATED || s.history().told()
        ? Optional.empty()
        : stays(progress);
  }

  private static Optional<Breach> stays(Progress progress) {
    var rescues = progress.stage() == Stage.RESCUING;
    return Optional.of(
        new Breach(
            rescues ? Breach.Invariant.I6 : Breach.Invariant.LIVENESS,
            "stays in stage " + progress.stage() + " for ever"));
  }

  private static Optional<Breach> atRest(State s) {
    var c = s.cluster();
    var routed = c.route().equals(Route.ABSENT) || c.route().equals(Route.of(Traffic.NONE));
    var serves =
        c.sides()
            && c.apexOnPrimary()
            && routed
            && c.primary().runs().equals(s.canary().progress().revisions().promoted())
            && c.primary().pods().readiness() instanceof Facts.Readiness.Ready;
    return serves
        ? Optional.empty()
        : Optional.of(
            new Breach(Breach.Invariant.LIVENESS, "is at rest, but not all is as it should be"));
  }
}
