package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One decision by itself. Unless a test says otherwise a run of {@link #NEW} after {@link #OLD} is
 * under way, both sides are ready, no route leads to the canary, and its stage has a second left.
 */
final class Scene {
  static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  static final Instant SOON = NOW.plusSeconds(1);
  static final Optional<Revision> OLD = Optional.of(new Revision("old"));
  static final Optional<Revision> NEW = Optional.of(new Revision("new"));
  static final Optional<Revision> OTHER = Optional.of(new Revision("other"));
  static final String BEFORE = "as it was told before";
  static final Facts.Readiness LATE = new Facts.Readiness.Waiting("one is late");
  static final Facts.Readiness STUCK = new Facts.Readiness.Stuck("crash loop");

  Plan plan = Plans.weighted();
  Progress progress;
  Facts.Target target = new Facts.Target.At(NEW.orElseThrow());
  Facts.Workload primary = ready(OLD);
  Facts.Workload canary = ready(NEW);
  Facts.Routing routing = new Facts.Routing(true, Optional.of(Traffic.NONE), false);
  boolean intact = true;
  Map<Verb, String> verbs = Map.of();
  boolean deleted;
  Answers answers = Answers.NONE;

  Scene(Stage stage) {
    progress =
        Progress.none(NOW.minusSeconds(3600))
            .with(new Progress.Revisions(OLD, NEW, NEW))
            .enter(stage, Progress.Times.since(NOW.minusSeconds(60)).until(SOON))
            .because(BEFORE);
  }

  static Facts.Workload ready(Optional<Revision> revision) {
    return new Facts.Workload(revision, new Facts.Readiness.Ready(), 2, 2);
  }

  static Facts.Workload unready(Optional<Revision> revision, int available) {
    return new Facts.Workload(revision, LATE, 2, available);
  }

  /** Times of a stage that was entered now and may take the progress deadline. */
  static Progress.Times bounded() {
    return Progress.Times.since(NOW).until(NOW.plus(Plans.DEADLINE));
  }

  static Progress.Times drained() {
    return Progress.Times.since(NOW).settledAt(NOW);
  }

  Scene targetAt(Optional<Revision> revision) {
    target = new Facts.Target.At(revision.orElseThrow());
    return this;
  }

  Scene unreadable() {
    target = new Facts.Target.Unreadable("configmap app not found");
    return this;
  }

  Scene gone() {
    target = new Facts.Target.Gone("podinfo is gone");
    return this;
  }

  /** What is recorded, and what the live route shows. */
  Scene traffic(Traffic intended, Traffic live) {
    progress = progress.with(intended);
    routing = new Facts.Routing(true, Optional.of(live), false);
    return this;
  }

  Scene unrouted() {
    routing = new Facts.Routing(false, routing.live(), false);
    return this;
  }

  Scene times(Progress.Times times) {
    progress = progress.with(times);
    return this;
  }

  /** The stage's time is over, to the instant. */
  Scene due() {
    return times(progress.times().until(NOW));
  }

  /** That its time is over was told. */
  Scene told() {
    return times(progress.times().withoutDeadline());
  }

  Scene ending(Outcome outcome) {
    progress = progress.ending(outcome);
    return this;
  }

  Facts facts() {
    return new Facts(target, primary, canary, routing, intact, verbs, deleted, answers);
  }

  Moment moment() {
    return new Moment(plan, progress, facts(), NOW);
  }

  Decision decision() {
    return Policy.decide(plan, progress, facts(), NOW);
  }

  /** Goes on as recorded, until the stage's time is over. */
  void goesOn() {
    waits(BEFORE, Optional.of(SOON));
  }

  /** Goes on as recorded, with nothing to wake it. */
  void goesOnForEver() {
    waits(BEFORE, Optional.empty());
  }

  void waits(String reason, Optional<Instant> until) {
    assertThat(decision()).isEqualTo(new Decision.Wait(reason, until));
  }

  void asks(HookType type, Phase phase) {
    assertThat(decision())
        .isEqualTo(
            new Decision.Ask(
                new Inquiry.Hooks(type, phase), "Asking the " + type.text() + " hooks"));
  }

  void moves(Progress next, String reason, Notice... notices) {
    assertThat(decision()).isEqualTo(new Decision.Move(next.because(reason), List.of(notices)));
  }

  /** What takes too long is told, once. */
  void warns(String warning) {
    var reason = progress.outcome() == Outcome.FAILED ? BEFORE : warning;
    moves(progress.with(progress.times().withoutDeadline()), reason, Notice.warning(warning));
  }

  /** A run of {@code revision} begins. */
  Progress started(Optional<Revision> revision) {
    return progress
        .with(new Progress.Revisions(progress.revisions().promoted(), revision, revision))
        .nextRun()
        .enter(Stage.STARTING, bounded());
  }

  /** A run of another revision begins where the one before can't be ended. */
  void shipsAnother(Notice farewell) {
    moves(
        targetAt(OTHER).started(OTHER),
        "New revision detected, waiting for the canary to become ready",
        farewell,
        Notice.normal("New revision detected! Restarting analysis for podinfo.test"));
  }
}
