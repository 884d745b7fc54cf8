package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each verb does in each stage. */
class VerbDecisionTest {
  private static final String ADA = "ada";

  private static Scene told(Stage stage, Verb verb) {
    var scene = new Scene(stage);
    scene.verbs = Map.of(verb, ADA);
    return scene;
  }

  private static Progress heard(Scene scene) {
    return scene.progress.hearing(scene.verbs);
  }

  @Test
  void beforeTheFirstDecisionNoVerbIsHeard() {
    var scene = told(Stage.NEW, Verb.ABORT);
    assertThat(((Decision.Move) scene.decision()).next().heard()).isEmpty();
  }

  @Test
  void aVerbThatWasTakenAwayIsForgottenAndTheOthersAreNot() {
    var scene = told(Stage.ANALYSING, Verb.PAUSE);
    scene.progress = scene.progress.hearing(Map.of(Verb.ABORT, "bob", Verb.PAUSE, ADA));
    scene.moves(heard(scene), BEFORE);
  }

  @Test
  void ofSeveralVerbsTheSafestIsHeardFirst() {
    var scene = told(Stage.AT_REST, Verb.ABORT);
    scene.verbs = Map.of(Verb.RETRY, "bob", Verb.ABORT, ADA);
    scene.moves(
        scene.progress.hearing(Map.of(Verb.ABORT, ADA)),
        BEFORE,
        Notice.warning("abort refused: nothing is being released"));
    scene.progress = scene.progress.hearing(Map.of(Verb.ABORT, ADA));
    scene.targetAt(OLD);
    scene.moves(
        heard(scene),
        BEFORE,
        Notice.warning("retry refused: the target is at the promoted revision"));
  }

  @ParameterizedTest
  @CsvSource({
    "ABORT, FINALISING, the primary already has the candidate",
    "ABORT, ROLLING_BACK, the run is being ended already",
    "ABORT, RESCUING, the run is being ended already",
    "ABORT, PREPARING, nothing is being released",
    "ABORT, ROUTING, nothing is being released",
    "ABORT, DRAINING, nothing is being released",
    "ABORT, SCALING_DOWN, nothing is being released",
    "ABORT, AT_REST, nothing is being released",
    "PAUSE, PROMOTING, the promotion is under way",
    "PAUSE, SHIFTING_BACK, the promotion is under way",
    "PAUSE, FINALISING, the promotion is under way",
    "PAUSE, ROLLING_BACK, nothing is being released",
    "PAUSE, AT_REST, nothing is being released",
    "RESUME, ANALYSING, it is not paused",
    "PROMOTE, STARTING, no canary is being analysed",
    "PROMOTE, AT_REST, no canary is being analysed",
    "RETRY, ANALYSING, a run is not over yet",
    "RETRY, WAITING, a run is not over yet"
  })
  void whatMakesNoSenseIsRefusedWithItsReason(Verb verb, Stage stage, String why) {
    var scene = told(stage, verb);
    scene.moves(heard(scene), BEFORE, Notice.warning(verb.text() + " refused: " + why));
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTING", "ANALYSING"})
  void anAbortRollsBack(Stage stage) {
    var scene = told(stage, Verb.ABORT);
    var text = "Rolling back podinfo.test aborted: ada";
    scene.moves(
        heard(scene).ending(Outcome.FAILED).enter(Stage.ROLLING_BACK, Scene.bounded()),
        text,
        Notice.warning(text));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMOTING", "SHIFTING_BACK"})
  void anAbortedPromotionLeavesTheTrafficWhereItIs(Stage stage) {
    var share = Traffic.of(new Weight(30));
    var scene = told(stage, Verb.ABORT).traffic(share, share);
    var text = "Promotion of podinfo.test aborted: ada";
    scene.moves(
        heard(scene).ending(Outcome.FAILED).enter(Stage.RESCUING, Scene.bounded()),
        text,
        Notice.warning(text));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMOTING", "SHIFTING_BACK"})
  void aPromotionOfWhatThePrimaryHadCannotBeAborted(Stage stage) {
    var scene = told(stage, Verb.ABORT);
    scene.progress = scene.progress.with(new Progress.Revisions(NEW, NEW, NEW));
    scene.moves(
        heard(scene),
        BEFORE,
        Notice.warning("abort refused: what was promoted before is not known"));
  }

  @Test
  void aReleaseThatIsDeclinedIsNotAskedForAgain() {
    var scene = told(Stage.WAITING, Verb.ABORT);
    scene.progress =
        scene
            .progress
            .with(new Progress.Revisions(OLD, NEW, OLD))
            .heldAt(Optional.of(HookType.CONFIRM_ROLLOUT));
    var text = "Release of podinfo.test declined: ada";
    scene.moves(
        heard(scene)
            .withoutHolds()
            .with(new Progress.Revisions(OLD, NEW, NEW))
            .ending(Outcome.FAILED)
            .enter(Stage.AT_REST, Progress.Times.since(NOW)),
        text,
        Notice.warning(text));
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING", "STARTING", "ANALYSING", "RESTARTING"})
  void aRunIsPausedUntilItsPromotion(Stage stage) {
    var scene = told(stage, Verb.PAUSE);
    scene.moves(
        heard(scene).paused(Optional.of(ADA)), BEFORE, Notice.normal("Paused podinfo.test: ada"));
  }

  @Test
  void aPauseIsNotPaused() {
    var scene = told(Stage.ANALYSING, Verb.PAUSE);
    scene.progress = scene.progress.paused(Optional.of("bob"));
    scene.moves(heard(scene), BEFORE, Notice.warning("pause refused: it is paused already"));
  }

  @Test
  void anAnalysisThatIsResumedHasItsWholeInterval() {
    var scene = paused(Stage.ANALYSING, Scene.drained().checkAt(NOW.minusSeconds(1)));
    var times = Scene.drained().checkAt(NOW.plus(Plans.INTERVAL));
    scene.moves(
        heard(scene).paused(Optional.empty()).with(times),
        BEFORE,
        Notice.normal("Resumed podinfo.test: ada"));
  }

  @Test
  void aStepThatHasNotBegunHasNoIntervalYet() {
    var scene = paused(Stage.ANALYSING, Scene.bounded());
    scene.moves(
        heard(scene).paused(Optional.empty()), BEFORE, Notice.normal("Resumed podinfo.test: ada"));
  }

  @Test
  void nothingElseThatIsResumedWaitsForAnInterval() {
    var scene = paused(Stage.STARTING, Scene.drained());
    scene.moves(
        heard(scene).paused(Optional.empty()), BEFORE, Notice.normal("Resumed podinfo.test: ada"));
  }

  @Test
  void aPromotionOnRequestTellsWhoAsked() {
    var scene = told(Stage.ANALYSING, Verb.PROMOTE);
    var copying = "Copying podinfo.test template spec to podinfo-primary.test";
    var asked = "Promotion of podinfo.test requested: ada";
    scene.moves(
        heard(scene).enter(Stage.PROMOTING, Scene.bounded()),
        asked + ": " + copying,
        Notice.normal(asked),
        Notice.normal(copying));
  }

  @Test
  void whatIsPausedIsResumedBeforeItIsPromoted() {
    var scene = told(Stage.ANALYSING, Verb.PROMOTE);
    scene.progress = scene.progress.paused(Optional.of("bob"));
    scene.moves(
        heard(scene), BEFORE, Notice.warning("promote refused: it is paused, resume it first"));
  }

  @Test
  void aRevisionThatNobodyAnalysedIsNotPromoted() {
    var scene = told(Stage.ANALYSING, Verb.PROMOTE).targetAt(OTHER);
    scene.moves(
        heard(scene),
        BEFORE,
        Notice.warning("promote refused: the target has changed since it was analysed"));
  }

  @Test
  void aCanaryThatIsNotReadyIsNotPromoted() {
    var scene = told(Stage.ANALYSING, Verb.PROMOTE);
    scene.canary = Scene.unready(NEW, 1);
    scene.moves(
        heard(scene),
        BEFORE,
        Notice.warning("promote refused: canary deployment podinfo.test not ready: one is late"));
  }

  @Test
  void whatCannotBeReadIsNotTriedAgain() {
    var scene = told(Stage.AT_REST, Verb.RETRY).unreadable();
    scene.moves(heard(scene), BEFORE, Notice.warning("retry refused: configmap app not found"));
  }

  @Test
  void aRetryIsToldBeforeItsRun() {
    var scene = told(Stage.AT_REST, Verb.RETRY);
    scene.progress = heard(scene);
    var started = scene.started(NEW);
    scene.progress = scene.progress.hearing(Map.of());
    scene.moves(
        started,
        "New revision detected, waiting for the canary to become ready",
        Notice.normal("Release of podinfo.test is tried again: ada"),
        Notice.normal("New revision detected! Scaling up podinfo.test"));
  }

  private static Scene paused(Stage stage, Progress.Times times) {
    var scene = told(stage, Verb.RESUME).times(times);
    scene.progress = scene.progress.paused(Optional.of("bob"));
    return scene;
  }
}
