package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.OTHER;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How traffic leaves a canary that is not promoted. */
class WithdrawalTest {
  private static final Traffic SHARE = Traffic.of(new Weight(20));
  private static final String RESTARTED =
      "New revision detected, waiting for the canary to become ready";
  private static final Notice ANNOUNCED =
      Notice.normal("New revision detected! Restarting analysis for podinfo.test");
  private static final String REVERTED =
      "Target reverted to the promoted revision, ending the analysis of podinfo.test";

  /** The canary keeps its share although it is to have none. */
  private static Scene withdrawing(Stage stage) {
    return new Scene(stage).ending(Outcome.SUCCEEDED).traffic(Traffic.NONE, SHARE);
  }

  private static Progress calledOff(Scene scene) {
    return scene
        .progress
        .with(Traffic.NONE)
        .with(new Progress.Revisions(OLD, NEW, OLD))
        .enter(Stage.ROLLING_BACK, Scene.bounded());
  }

  @Test
  void aRollbackTakesAllTrafficAndSaysWhy() {
    var scene = new Scene(Stage.ANALYSING).traffic(SHARE, SHARE);
    scene.canary = new Facts.Workload(NEW, Scene.STUCK, 2, 0);
    var text = "Rolling back podinfo.test canary deployment podinfo.test not ready: crash loop";
    scene.moves(
        scene
            .progress
            .with(Traffic.NONE)
            .ending(Outcome.FAILED)
            .enter(Stage.ROLLING_BACK, Scene.bounded()),
        text,
        Notice.warning(text));
  }

  @Test
  void aRunWithTrafficWithdrawsItBeforeAnotherRevisionStarts() {
    var scene = new Scene(Stage.ANALYSING).traffic(SHARE, SHARE).targetAt(OTHER);
    scene.moves(
        scene.progress.with(Traffic.NONE).enter(Stage.RESTARTING, Scene.bounded()),
        "New revision detected, withdrawing traffic from the canary before it is analysed");
  }

  @Test
  void aRunWithoutTrafficGivesWayToAnotherRevisionAtOnce() {
    var scene = new Scene(Stage.STARTING).targetAt(OTHER);
    scene.moves(scene.started(OTHER), RESTARTED, ANNOUNCED);
  }

  @Test
  void goingBackToThePromotedRevisionEndsTheRun() {
    var scene = new Scene(Stage.ANALYSING).traffic(SHARE, SHARE).targetAt(OLD);
    scene.moves(calledOff(scene), REVERTED, Notice.normal(REVERTED));
  }

  @Test
  void theNextRevisionStartsWhenTheTrafficHasLeftOrTheDeadlineIsOver() {
    withdrawing(Stage.RESTARTING).targetAt(OTHER).goesOn();
    withdrawing(Stage.RESTARTING).told().goesOnForEver();
    var late = withdrawing(Stage.RESTARTING).targetAt(OTHER).due();
    late.moves(late.started(OTHER), RESTARTED, ANNOUNCED);
    var left = new Scene(Stage.RESTARTING).targetAt(OTHER);
    left.moves(left.started(OTHER), RESTARTED, ANNOUNCED);
  }

  @Test
  void aTargetThatCannotBeReadRestartsAsWhatItWas() {
    var scene = new Scene(Stage.RESTARTING).unreadable();
    scene.moves(scene.started(NEW), RESTARTED, ANNOUNCED);
  }

  @Test
  void aRestartIsCalledOffByGoingBackToThePromotedRevision() {
    var scene = new Scene(Stage.RESTARTING).targetAt(OLD);
    scene.moves(calledOff(scene), REVERTED, Notice.normal(REVERTED));
  }

  @Test
  void anAbortedRestartReleasesNeitherRevision() {
    var scene = new Scene(Stage.RESTARTING).targetAt(OTHER);
    scene.verbs = Map.of(Verb.ABORT, "ada");
    var text = "Rolling back podinfo.test aborted: ada";
    var ended =
        scene
            .progress
            .hearing(scene.verbs)
            .ending(Outcome.FAILED)
            .enter(Stage.ROLLING_BACK, Scene.bounded());
    scene.moves(ended.with(new Progress.Revisions(OLD, NEW, OTHER)), text, Notice.warning(text));
    scene
        .unreadable()
        .moves(ended.with(new Progress.Revisions(OLD, NEW, NEW)), text, Notice.warning(text));
  }

  @Test
  void trafficThatHasLeftIsDrainedForTheSameReason() {
    var scene = new Scene(Stage.ROLLING_BACK).ending(Outcome.FAILED);
    scene.moves(scene.progress.enter(Stage.DRAINING, Scene.drained()), BEFORE);
  }

  @Test
  void aPrimaryThatCannotTakeItsTrafficBackIsToldOfOnce() {
    var scene = withdrawing(Stage.ROLLING_BACK).ending(Outcome.FAILED);
    scene.primary = Scene.unready(OLD, 0);
    scene.goesOn();
    scene.due().warns("The primary can't take the traffic back: one is late");
    scene.told().goesOnForEver();
  }

  @Test
  void anotherRevisionIsReleasedWhereThePrimaryCannotTakeItsTrafficBack() {
    var farewell = Notice.warning("Canary failed! Scaling down podinfo.test");
    var scene = withdrawing(Stage.ROLLING_BACK).ending(Outcome.FAILED);
    scene.targetAt(OTHER).goesOn();
    scene.due().shipsAnother(farewell);
    scene.told().shipsAnother(farewell);
    scene.targetAt(OLD).goesOnForEver();
  }
}
