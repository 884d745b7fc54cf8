package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A Canary that is deleted and to be reverted. */
class TerminationTest {

  @Test
  void trafficGoesBackOnlyToATargetThatCanServe() {
    var world = World.atRest(Plans.weighted());
    world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.deleted = true;
    world.settle();
    assertThat(world.canaryReplicas).isEqualTo(2);
    assertThat(world.apexOnPrimary).isTrue();
    assertThat(world.routesReverted).isFalse();

    world.canaryReadiness = new Facts.Readiness.Ready();
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.TERMINATED);
    assertThat(world.apexOnPrimary).isFalse();
    assertThat(world.routesReverted).isTrue();
    assertThat(world.told)
        .containsExactly("Terminating canary podinfo.test", "Terminated canary podinfo.test");
  }

  @Test
  void aRunIsLeftAsItIsUntilTheTargetCanServe() {
    var world = RunTest.analysing();
    world.canaryReadiness = new Facts.Readiness.Waiting("1 of 2 available");
    world.deleted = true;
    world.settle();
    assertThat(world.routes).containsExactly("90/10");
    assertThat(world.progress.stage()).isEqualTo(Stage.TERMINATING);
  }

  @Test
  void aTargetThatNeverServesKeepsTheCanaryAndThatIsToldAtTheDeadline() {
    var world = World.atRest(Plans.weighted());
    world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.deleted = true;
    world.settle();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.TERMINATING);
    assertThat(world.told)
        .contains(
            "canary deployment podinfo.test not ready: 0 of 2 available; the Canary stays until it"
                + " is");
  }

  @Test
  void aTargetThatIsGoneKeepsNothing() {
    var world = World.atRest(Plans.weighted());
    world.target = new Facts.Target.Gone("Deployment podinfo.test not found");
    world.deleted = true;
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.TERMINATED);
  }

  @Test
  void suspensionDoesNotKeepADeletedCanary() {
    var world = World.atRest(Plans.weighted());
    world.plan = Plans.suspended(world.plan);
    world.settle();
    world.deleted = true;
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.TERMINATED);
  }

  @Test
  void aTerminatedCanaryDoesNothingMore() {
    var world = World.atRest(Plans.weighted());
    world.deleted = true;
    world.settle();
    world.edit("v2");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.TERMINATED);
    assertThat(Aim.of(world.plan, world.progress).wants()).isEmpty();
  }

  @Test
  void whateverItWasDoingEndsWithTheDeletion() {
    var scene = new Scene(Stage.ANALYSING);
    scene.deleted = true;
    var text = "Terminating canary podinfo.test";
    var next = scene.progress.enter(Stage.TERMINATING, Scene.bounded());
    scene.progress = scene.progress.paused(Optional.of("ada"));
    scene.moves(next, text, Notice.normal(text));
  }

  @Test
  void aTargetThatIsReadyGetsItsServicesBack() {
    var scene = deleted(Stage.TERMINATING);
    scene.moves(
        scene.progress.enter(Stage.REVERTING, Scene.bounded()),
        "The target can serve, giving services and routes back to it");
  }

  @Test
  void aTargetThatCannotBeReadNeedsOnePod() {
    var scene = deleted(Stage.TERMINATING).unreadable();
    scene.canary = Scene.unready(Scene.NEW, 1);
    scene.moves(
        scene.progress.enter(Stage.REVERTING, Scene.bounded()),
        "The target can serve, giving services and routes back to it");
    scene.canary = Scene.unready(Scene.NEW, 0);
    scene.goesOn();
  }

  @Test
  void aTargetThatCanBeReadMustBeReady() {
    var scene = deleted(Stage.TERMINATING);
    scene.canary = Scene.unready(Scene.NEW, 1);
    scene.goesOn();
    scene
        .due()
        .warns(
            "canary deployment podinfo.test not ready: one is late; the Canary stays until it is");
    scene.told().goesOnForEver();
  }

  @Test
  void nothingIsGivenBackToATargetThatIsGone() {
    for (var stage : new Stage[] {Stage.TERMINATING, Stage.REVERTING}) {
      var scene = deleted(stage).gone();
      scene.moves(
          terminated(scene),
          "podinfo is gone, so nothing can be given back to it",
          Notice.normal("Terminated canary podinfo.test"));
    }
  }

  @Test
  void theCanaryGoesWhenAllIsGivenBack() {
    var scene = deleted(Stage.REVERTING);
    scene.goesOn();
    scene.routing = new Facts.Routing(false, Optional.empty(), true);
    scene.moves(
        terminated(scene),
        "Services and routes are given back to the target",
        Notice.normal("Terminated canary podinfo.test"));
  }

  @Test
  void routesThatAreNotGivenBackAreToldOfAtTheDeadline() {
    var scene = deleted(Stage.REVERTING).due();
    scene.warns("Services and routes do not show the target yet");
    scene.told().goesOnForEver();
    scene.unreadable().goesOnForEver();
  }

  @Test
  void aTerminatedCanaryWaitsForNothing() {
    deleted(Stage.TERMINATED).goesOnForEver();
  }

  private static Scene deleted(Stage stage) {
    var scene = new Scene(stage);
    scene.deleted = true;
    return scene;
  }

  private static Progress terminated(Scene scene) {
    return scene.progress.enter(Stage.TERMINATED, Progress.Times.since(Scene.NOW));
  }
}
