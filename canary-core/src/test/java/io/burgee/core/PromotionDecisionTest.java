package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.SOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each way that a promotion can go. */
class PromotionDecisionTest {
  private static final Traffic HALF = Traffic.of(new Weight(50));
  private static final Notice ALL = Notice.normal("Routing all traffic to primary");
  private static final String RETURNS =
      "The primary runs the candidate: Routing all traffic to primary";
  private static final String FAILED =
      "Promotion of podinfo.test failed, primary not ready: one is late";

  /** The primary runs the candidate and is ready; the canary has half of the traffic. */
  private static Scene at(Stage stage) {
    var scene = new Scene(stage).ending(Outcome.SUCCEEDED).traffic(HALF, HALF);
    scene.primary = Scene.ready(NEW);
    return scene;
  }

  private static Scene late(Stage stage) {
    var scene = at(stage);
    scene.primary = Scene.unready(NEW, 1);
    return scene;
  }

  private static Progress to(Scene scene, Stage stage, int share) {
    return scene.progress.with(Traffic.of(new Weight(share))).enter(stage, Scene.bounded());
  }

  private static void fails(Scene scene, String text) {
    scene.moves(to(scene, Stage.RESCUING, 100).ending(Outcome.FAILED), text, Notice.warning(text));
  }

  @Test
  void thePrimaryHasItsDeadlineToTakeTheCandidate() {
    late(Stage.PROMOTING).goesOn();
    fails(late(Stage.PROMOTING).due(), FAILED);
    var stuck = late(Stage.PROMOTING);
    stuck.primary = new Facts.Workload(NEW, Scene.STUCK, 2, 1);
    fails(stuck, "Promotion of podinfo.test failed, primary not ready: crash loop");
  }

  @Test
  void aConfigurationThatIsGoneRestartsTheRunUnlessThePrimaryHasIt() {
    var scene = late(Stage.PROMOTING);
    scene.intact = false;
    scene.goesOn();
    scene.primary = Scene.ready(OLD);
    scene.moves(
        to(scene, Stage.RESTARTING, 0),
        "New revision detected, withdrawing traffic from the canary before it is analysed");
    scene.intact = true;
    scene.goesOn();
  }

  @Test
  void allTrafficReturnsAtOnceWithoutAStep() {
    var scene = at(Stage.PROMOTING);
    scene.moves(to(scene, Stage.FINALISING, 0), RETURNS, ALL);
  }

  @Test
  void trafficReturnsByTheStepUntilNothingIsLeft() {
    var scene = at(Stage.PROMOTING);
    scene.plan = Plans.returningBy(49);
    var text = "Advance podinfo.test primary weight 99";
    scene.moves(
        to(scene, Stage.SHIFTING_BACK, 1),
        "The primary runs the candidate: " + text,
        Notice.normal(text));
    scene.plan = Plans.returningBy(50);
    var last = "Advance podinfo.test primary weight 100";
    scene.moves(
        to(scene, Stage.FINALISING, 0),
        "The primary runs the candidate: " + last,
        Notice.normal(last));
    scene.plan = Plans.returningBy(60);
    scene.moves(
        to(scene, Stage.FINALISING, 0),
        "The primary runs the candidate: " + last,
        Notice.normal(last));
  }

  @Test
  void aCanaryWithoutTrafficHasNoneToReturnByStep() {
    var scene = at(Stage.PROMOTING).traffic(Traffic.NONE, Traffic.NONE);
    scene.plan = Plans.returningBy(10);
    scene.moves(to(scene, Stage.FINALISING, 0), RETURNS, ALL);
  }

  @Test
  void withoutRoutesNothingIsToldOfThem() {
    var scene = at(Stage.PROMOTING);
    var draft = Plans.of(Plans.withoutMesh(2));
    draft.promotionStep = 10;
    scene.plan = draft.plan();
    scene.moves(to(scene, Stage.FINALISING, 0), "The primary runs the candidate");
  }

  @Test
  void aStepBackHasItsIntervalOnceTheRouteShowsIt() {
    var scene = at(Stage.SHIFTING_BACK);
    var times = scene.progress.times().settledAt(NOW).checkAt(NOW.plus(Plans.INTERVAL));
    scene.moves(
        scene.progress.with(
            new Progress.Times(
                times.since(),
                times.settled(),
                times.nextCheck(),
                Optional.empty(),
                Optional.empty())),
        BEFORE);
  }

  @Test
  void theDeadlineOfAPrimaryThatIsReadyAgainIsTakenBack() {
    var scene = at(Stage.SHIFTING_BACK);
    var settled = Scene.drained().checkAt(SOON);
    scene.times(settled.until(SOON.plusSeconds(1)));
    scene.moves(scene.progress.with(settled), BEFORE);
  }

  @Test
  void theNextStepBackIsTakenWhenTheIntervalIsOver() {
    var scene = at(Stage.SHIFTING_BACK);
    scene.times(Scene.drained().checkAt(SOON)).goesOn();
    scene.times(Scene.drained().checkAt(NOW));
    scene.moves(to(scene, Stage.FINALISING, 0), RETURNS, ALL);
  }

  @Test
  void aStepBackThatTheRouteDoesNotShowReturnsEverythingAtTheDeadline() {
    at(Stage.SHIFTING_BACK).unrouted().goesOn();
    var scene = at(Stage.SHIFTING_BACK).unrouted().due();
    scene.moves(to(scene, Stage.FINALISING, 0), RETURNS, ALL);
  }

  @Test
  void nobodyIsLeftToACanaryThatCannotServeOrARouteThatOthersKeepChanging() {
    var broken = at(Stage.SHIFTING_BACK);
    broken.canary = Scene.unready(NEW, 1);
    broken.moves(to(broken, Stage.FINALISING, 0), RETURNS, ALL);
    var contested = at(Stage.SHIFTING_BACK);
    contested.progress = contested.progress.with(new Progress.Tally(0, 0, 11));
    contested.moves(to(contested, Stage.FINALISING, 0), RETURNS, ALL);
  }

  @Test
  void aPrimaryThatIsUnreadyOnTheWayBackHasADeadline() {
    late(Stage.SHIFTING_BACK).goesOn();
    fails(late(Stage.SHIFTING_BACK).due(), FAILED);
    var scene = late(Stage.SHIFTING_BACK).told();
    scene.moves(
        scene.progress.with(scene.progress.times().until(NOW.plus(Plans.DEADLINE))), BEFORE);
  }

  @Test
  void theCandidateIsPromotedWhenThePrimaryHasAllTraffic() {
    var scene = at(Stage.FINALISING).traffic(Traffic.NONE, Traffic.NONE).ending(Outcome.FAILED);
    scene.moves(
        scene
            .progress
            .with(new Progress.Revisions(NEW, NEW, NEW))
            .ending(Outcome.SUCCEEDED)
            .enter(Stage.DRAINING, Scene.drained()),
        "The primary has all traffic, the canary finishes its requests");
  }

  @Test
  void aRouteThatIsLateFailsNoPromotion() {
    var scene = at(Stage.FINALISING).traffic(Traffic.NONE, HALF);
    scene.goesOn();
    scene.due().warns("Routes do not show the intended traffic yet");
    scene.told().goesOnForEver();
  }

  @Test
  void aPrimaryThatBreaksAtTheEndFailsItsPromotion() {
    var scene = late(Stage.FINALISING).traffic(Traffic.NONE, HALF);
    scene.goesOn();
    fails(scene.due(), FAILED);
  }

  @Test
  void aRescueEndsWhenThePromotedRevisionIsBack() {
    var scene = new Scene(Stage.RESCUING).ending(Outcome.FAILED).traffic(HALF, HALF);
    scene.moves(
        to(scene, Stage.ROLLING_BACK, 0), "The promoted revision is back, returning traffic to it");
  }

  @Test
  void aRescueThatIsLateIsToldOfOnceAndGivesWayToAnotherRevision() {
    var scene = late(Stage.RESCUING).ending(Outcome.FAILED);
    scene.goesOn();
    scene.due().warns("podinfo-primary.test not ready with the promoted revision: one is late");
    scene.told().goesOnForEver();
    var farewell = Notice.warning("Canary failed! Scaling down podinfo.test");
    scene.shipsAnother(farewell);
    scene.due().shipsAnother(farewell);
    scene.times(scene.progress.times().until(SOON)).goesOn();
  }
}
