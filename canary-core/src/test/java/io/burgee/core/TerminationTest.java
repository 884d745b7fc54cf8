package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

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
}
