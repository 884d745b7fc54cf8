package io.burgee.core.model;

import io.burgee.core.Answers;
import io.burgee.core.Decision;
import io.burgee.core.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A reconcile, one small step at a time, in the order of the shipped one: read the Canary, see the
 * cluster, decide, record, bring about each want; then again, until there is nothing to do but
 * wait. Everything else can happen between two steps.
 */
final class Operator {
  private final Setup setup;
  private final Rules rules;
  private final Questions.Answering answering;

  Operator(Setup setup, Rules rules, Questions.Answering answering) {
    this.setup = setup;
    this.rules = rules;
    this.answering = answering;
  }

  /** Who acts. */
  private enum Who {
    LEADER("the operator"),
    FORMER("the former leader");

    private final String name;

    Who(String name) {
      this.name = name;
    }

    /** The state when this one has got to {@code position}, after which a former leader is gone. */
    State moved(State s, Position position) {
      return switch (this) {
        case LEADER -> s.with(position);
        case FORMER ->
            s.withFormer(
                position instanceof Position.Converging ? Optional.of(position) : Optional.empty());
      };
    }

    /** What this one changed is news to the other. */
    State changed(State s, Canary canary, Cluster cluster, Position position) {
      var bits =
          cluster.differsFrom(s.cluster())
              | (canary.equals(s.canary()) ? 0 : Cluster.Thing.CANARY.bit());
      var other =
          this == LEADER
              ? new State(
                  canary, cluster, s.operator(), s.former().map(p -> p.staler(bits)), s.history())
              : new State(canary, cluster, s.operator().staler(bits), s.former(), s.history());
      return moved(other, position);
    }

    Supplier<String> does(String what) {
      return () -> name + " " + what;
    }

    Supplier<String> does(Supplier<String> what) {
      return () -> name + " " + what.get();
    }
  }

  /** What operators can do next; several ways where answers differ. */
  List<Step> steps(State s) {
    var steps = new ArrayList<Step>(4);
    s.former().ifPresent(position -> go(steps, s, Who.FORMER, position));
    go(steps, s, Who.LEADER, s.operator());
    return steps;
  }

  private void go(List<Step> steps, State s, Who who, Position position) {
    switch (position) {
      case Position.Asleep _ -> {}
      case Position.Due _ ->
          steps.add(
              Step.of(
                  who.does("reads the Canary"),
                  0,
                  who.moved(s, new Position.Read(s.canary(), Answers.NONE, 0))));
      case Position.Read read ->
          steps.add(
              Step.of(
                  who.does("looks at the cluster"),
                  0,
                  who.moved(
                      s,
                      new Position.Observed(
                          read.canary(), s.cluster(), read.answers(), read.stale()))));
      case Position.Observed observed -> decide(steps, s, who, observed);
      case Position.Converging converging -> steps.add(converge(s, who, converging));
    }
  }

  private void decide(List<Step> steps, State s, Who who, Position.Observed o) {
    var spec = o.canary().spec();
    var plan = setup.plan(spec);
    var progress = o.canary().progress();
    var facts = o.seen().facts(plan, progress, spec, o.answers());
    switch (rules.policy().decide(plan, progress, facts, Times.NOW)) {
      case Decision.Ask ask -> {
        for (var outcome : answering.to(ask.inquiry(), plan, o.answers())) {
          var old = o.stale() & Cluster.Thing.CANARY.bit();
          var asked = new Position.Read(o.canary(), outcome.answers(), old);
          steps.add(
              Step.of(who.does(() -> "asks: " + outcome.words().get()), 0, who.moved(s, asked)));
        }
      }
      case Decision.Wait wait -> {
        var minutes = wait.until().map(Operator::minutes).orElse(-1);
        var next =
            new Position.Converging(
                o.canary(), o.seen(), o.seen(), start(spec), false, minutes, o.stale());
        steps.add(Step.of(who.does(() -> "waits" + because(wait.reason())), 0, who.moved(s, next)));
      }
      case Decision.Move move ->
          steps.add(
              record(
                  s,
                  who,
                  o,
                  new MoveRules.Move(plan, spec, progress, facts, move.next(), move.notices())));
    }
  }

  /** A suspended Canary is left alone, unless it is deleted. */
  private static int start(Spec spec) {
    return spec.suspended() && !spec.deleted() ? Integer.MAX_VALUE : 0;
  }

  private static int minutes(java.time.Instant until) {
    return (int) Math.max(0, Duration.between(Times.NOW, until).plusSeconds(59).toMinutes());
  }

  private static Step record(State s, Who who, Position.Observed o, MoveRules.Move move) {
    if ((o.stale() & Cluster.Thing.CANARY.bit()) != 0) {
      return Step.of(
          who.does("is refused its status write, the Canary has changed"),
          0,
          who.moved(s, new Position.Due()));
    }
    var next = Times.normal(move.next());
    var recorded = s.canary().with(next);
    var position =
        new Position.Converging(
            o.canary().with(next), o.seen(), o.seen(), start(move.spec()), true, 0, o.stale());
    var after = who.changed(s, recorded, s.cluster(), position);
    return new Step(
        who.does(() -> words(move)),
        0,
        0,
        after.with(MoveRules.remember(s.history(), move, s.cluster().target().readable())),
        MoveRules.check(move, s.history()));
  }

  private static String words(MoveRules.Move move) {
    var from = move.before().stage();
    var to = move.next().stage();
    var stages = from == to ? to.toString() : from + " -> " + to;
    return "records " + stages + because(move.next().reason());
  }

  /** Where nothing new is to be said, the reason is what it was. */
  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private Step converge(State s, Who who, Position.Converging c) {
    var spec = c.canary().spec();
    var plan = setup.plan(spec);
    var progress = c.canary().progress();
    var facts = c.seen().facts(plan, progress, spec, Answers.NONE);
    var wants = rules.aim().of(plan, progress).wants();
    for (int i = c.next(); i < wants.size(); i++) {
      var want = wants.get(i);
      if (rules.guard().holds(want, progress, facts).isPresent()) {
        continue;
      }
      var known = Bringing.about(want, plan, c.known());
      if (known.equals(c.known())) {
        continue;
      }
      return (c.stale() & Bringing.object(want).bit()) != 0
          ? Step.of(
              who.does(() -> Bringing.words(want) + ", and is refused: it has changed"),
              0,
              who.moved(s, new Position.Due()))
          : write(
              s,
              who,
              c.wrote(known, i + 1),
              new WriteRules.Write(
                  plan, progress, want, facts, c.known(), known, c.stale(), s.history()));
    }
    return done(s, who, c);
  }

  private static Step done(State s, Who who, Position.Converging c) {
    var next = afterwards(c);
    var readable = c.seen().target().readable().isPresent();
    var breach =
        next instanceof Position.Asleep(var minutes)
            ? WaitRules.check(c.canary(), readable, minutes, s.history())
            : Optional.<Breach>empty();
    return new Step(who.does("is done"), 0, 0, who.moved(s, next), breach);
  }

  private static Step write(State s, Who who, Position.Converging next, WriteRules.Write write) {
    var cluster = Bringing.about(write.want(), write.plan(), s.cluster());
    var written = who.changed(s, s.canary(), cluster, next);
    var withdrew = reaches(write.plan(), s.cluster()) && !reaches(write.plan(), cluster);
    return new Step(
        who.does(() -> Bringing.words(write.want())),
        0,
        0,
        withdrew ? written.with(s.history().withdrawn(0)) : written,
        WriteRules.check(write));
  }

  private static boolean reaches(Plan plan, Cluster c) {
    return plan.routed()
        ? c.route().live().filter(t -> t.reachesCanary()).isPresent()
        : !c.apexOnPrimary();
  }

  private static Position afterwards(Position.Converging c) {
    if (c.again()) {
      return new Position.Read(c.canary(), Answers.NONE, c.stale() & Cluster.Thing.CANARY.bit());
    }
    return c.stale() != 0 || c.minutes() == 0
        ? new Position.Due()
        : new Position.Asleep(c.minutes());
  }
}
