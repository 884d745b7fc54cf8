package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.SOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a target alone to a primary that serves. */
class InitialisationTest {
  private static final String PREPARES =
      "New Deployment detected, waiting for its primary to become ready";
  private static final String UNREADABLE = "configmap app not found";

  /** The primary is made of what the target is at. */
  private static Scene at(Stage stage) {
    var scene = new Scene(stage);
    scene.progress = scene.progress.with(new Progress.Revisions(NEW, Optional.empty(), NEW));
    scene.primary = Scene.ready(NEW);
    return scene;
  }

  private static Progress preparing(Scene scene, Optional<Revision> revision) {
    return scene
        .progress
        .with(new Progress.Revisions(revision, Optional.empty(), revision))
        .enter(Stage.PREPARING, Scene.bounded());
  }

  private static Progress draining(Scene scene) {
    return scene.progress.enter(Stage.DRAINING, Scene.drained());
  }

  @Test
  void aPrimaryIsMadeOfTheTarget() {
    var scene = new Scene(Stage.NEW);
    scene.moves(preparing(scene, NEW), PREPARES);
  }

  @Test
  void nothingBeginsWithATargetThatCannotBeRead() {
    new Scene(Stage.NEW).unreadable().waits(UNREADABLE, Optional.empty());
    new Scene(Stage.NEW).told().unreadable().waits(UNREADABLE, Optional.empty());
  }

  @Test
  void routesTurnWhenThePrimaryIsReady() {
    var scene = at(Stage.PREPARING);
    scene.moves(
        scene.progress.enter(Stage.ROUTING, Scene.bounded()),
        "The primary is ready, turning services and routes to it");
  }

  @Test
  void aPrimaryThatIsLateIsToldOfAtTheDeadline() {
    var scene = at(Stage.PREPARING);
    scene.primary = Scene.unready(NEW, 1);
    scene.goesOn();
    scene.due().warns("podinfo-primary.test not ready: one is late; podinfo.test goes on serving");
    scene.told().goesOnForEver();
  }

  @Test
  void thePrimaryFollowsTheTargetWhileItIsPrepared() {
    var scene = at(Stage.PREPARING).targetAt(OLD);
    scene.moves(preparing(scene, OLD), PREPARES);
  }

  @Test
  void aTargetThatCannotBeReadHasTheDeadlineToo() {
    var scene = at(Stage.PREPARING).unreadable();
    scene.waits(UNREADABLE, Optional.of(SOON));
    scene.due().warns(UNREADABLE);
    scene.told().waits(UNREADABLE, Optional.empty());
  }

  @Test
  void thePodsOfTheTargetFinishTheirRequestsOnceTheRouteTurned() {
    var scene = at(Stage.ROUTING);
    scene.moves(draining(scene), "The primary has all traffic, the target finishes its requests");
  }

  @Test
  void routesThatAreLateAreToldOfAtTheDeadline() {
    var scene = at(Stage.ROUTING).unrouted();
    scene.goesOn();
    scene.due().warns("Services and routes do not show the primary yet");
    scene.told().goesOnForEver();
  }

  @Test
  void whatThePrimaryBeganWithIsFinishedIfItServes() {
    var scene = at(Stage.ROUTING).targetAt(OLD);
    scene.moves(draining(scene), "The primary has all traffic, the target finishes its requests");
    scene.primary = Scene.unready(NEW, 1);
    scene.moves(preparing(scene, OLD), PREPARES);
  }

  @Test
  void theRoutesOfATargetThatCannotBeReadTurnIfThePrimaryServes() {
    var scene = at(Stage.ROUTING).unreadable();
    scene.moves(draining(scene), "The primary has all traffic, the target finishes its requests");
    scene.primary = Scene.unready(NEW, 1);
    scene.waits(UNREADABLE, Optional.of(SOON));
  }

  @Test
  void aPrimaryThatServesIsNotRoutedToBeforeItsStage() {
    at(Stage.PREPARING).gone().waits("podinfo is gone", Optional.of(SOON));
  }

  @Test
  void theReasonOfTheWaitStands() {
    var scene = at(Stage.ROUTING).unrouted();
    scene.primary = Scene.unready(NEW, 1);
    scene.waits(BEFORE, Optional.of(SOON));
  }
}
