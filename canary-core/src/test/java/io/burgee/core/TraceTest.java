package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What users see of whole runs, in order. */
class TraceTest {

  @Test
  void initialisationTurnsTrafficOnlyToAReadyPrimaryAndThenScalesTheTargetDown() {
    var world = new World(Plans.weighted());
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.PREPARING);
    assertThat(world.apexOnPrimary).isFalse();

    world.primaryBecomesReady();
    world.settle();
    assertThat(world.routes).containsExactly("100/0");
    assertThat(world.canaryReplicas).isEqualTo(2);

    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.canaryReplicas).isZero();
    assertThat(world.told).containsExactly("Initialization done! podinfo.test");
  }

  @Test
  void aGoodRevisionIsPromotedStepByStep() {
    var world = World.atRest(Plans.weighted());
    world.edit("v2");
    world.settle();
    for (int i = 0; i < 3; i++) {
      world.nextWake();
    }
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    assertThat(world.primaryRuns).contains(new Revision("v2"));
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();

    assertThat(world.routes).containsExactly("90/10", "80/20", "70/30", "100/0");
    assertThat(world.told)
        .containsExactly(
            "New revision detected! Scaling up podinfo.test",
            "Starting canary analysis for podinfo.test",
            "Advance podinfo.test canary weight 10",
            "Advance podinfo.test canary weight 20",
            "Advance podinfo.test canary weight 30",
            "Copying podinfo.test template spec to podinfo-primary.test",
            "Routing all traffic to primary",
            "Promotion completed! Scaling down podinfo.test");
    assertThat(world.progress.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
  }

  @Test
  void aRevisionThatFailsItsChecksIsRolledBackAtTheThreshold() {
    var world = World.atRest(Plans.weighted());
    world.edit("v2");
    world.verdicts = check -> new Verdict.Failing(check.name() + " is bad");
    world.settle();
    world.nextWake();
    assertThat(world.progress.tally().failed()).isEqualTo(1);
    world.nextWake();
    world.nextWake();

    assertThat(world.routes).containsExactly("90/10", "100/0");
    assertThat(world.told)
        .contains(
            "Rolling back podinfo.test failed checks threshold reached 2",
            "Canary failed! Scaling down podinfo.test");
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.primaryRuns).contains(new Revision("v1"));
    assertThat(world.canaryReplicas).isZero();
  }

  @Test
  void trafficReturnsByThePromotionStep() {
    var world = World.atRest(Plans.returningBy(20));
    world.edit("v2");
    world.settle();
    for (int i = 0; i < 3; i++) {
      world.nextWake();
    }
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10", "80/20", "70/30", "90/10", "100/0");
    assertThat(world.progress.outcome()).isEqualTo(Outcome.SUCCEEDED);
  }

  @Test
  void withoutAMeshTheCandidateIsJudgedForItsIterations() {
    var world = World.atRest(Plans.withoutMesh(2));
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.nextWake();
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    assertThat(world.told)
        .containsExactly(
            "New revision detected! Scaling up podinfo.test",
            "Starting canary analysis for podinfo.test",
            "Advance podinfo.test canary iteration 1/2",
            "Advance podinfo.test canary iteration 2/2",
            "Copying podinfo.test template spec to podinfo-primary.test",
            "Promotion completed! Scaling down podinfo.test");
    assertThat(world.measured()).isEqualTo(2);
  }

  @Test
  void blueGreenWithAMeshEndsWithAllTrafficOnTheCanary() {
    var world = World.atRest(Plans.blueGreen(2));
    world.edit("v2");
    world.settle();
    for (int i = 0; i < 3; i++) {
      world.nextWake();
    }
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    assertThat(world.routes).containsExactly("0/100", "100/0");
    assertThat(world.told)
        .containsSubsequence(
            "Advance podinfo.test canary iteration 2/2",
            "Routing all traffic to canary",
            "Copying podinfo.test template spec to podinfo-primary.test",
            "Routing all traffic to primary",
            "Promotion completed! Scaling down podinfo.test");
  }

  @Test
  void skippingTheAnalysisStillWaitsForReadyPodsOnBothSides() {
    var world = World.atRest(Plans.skipping());
    world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2");
    world.edit("v2");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.STARTING);
    world.canaryReadiness = new Facts.Readiness.Ready();
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    assertThat(world.asked).isEmpty();
    assertThat(world.told)
        .contains("Promotion completed! Canary analysis was skipped for podinfo.test");
  }
}
