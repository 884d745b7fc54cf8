package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A promotion ends with traffic on ready pods, or where it was. */
class PromotionTest {

  @Test
  void trafficReturnsOnlyToAPrimaryThatRunsTheCandidate() {
    var world = RunTest.promoting();
    world.settle();
    assertThat(world.route).contains(Traffic.of(new Weight(30)));
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
  }

  @Test
  void aFailedPromotionServesFromTheCanaryUntilThePromotedRevisionIsBack() {
    var world = RunTest.promoting();
    world.primaryReadiness = new Facts.Readiness.Stuck("exceeded its progress deadline");
    world.settle();
    assertThat(world.route).contains(Traffic.of(Weight.ALL));
    assertThat(world.primaryRuns).contains(new Revision("v1"));
    assertThat(world.told)
        .endsWith(
            "Promotion of podinfo.test failed, primary not ready: exceeded its progress deadline");

    world.primaryBecomesReady();
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.canaryReplicas).isZero();
  }

  @Test
  void whereNeitherSideIsReadyTheWeightsStay() {
    var world = RunTest.promoting();
    world.primaryReadiness = new Facts.Readiness.Stuck("exceeded its progress deadline");
    world.primaryAvailable = 0;
    world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.settle();
    assertThat(world.route).contains(Traffic.of(new Weight(30)));
    assertThat(world.progress.stage()).isEqualTo(Stage.RESCUING);
  }

  @Test
  void aRollbackOntoADeadPrimaryWaitsAndSaysSoAtItsDeadline() {
    var world = RunTest.analysing();
    world.primaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.primaryAvailable = 0;
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.ROLLING_BACK);
    assertThat(world.route).contains(Traffic.of(new Weight(10)));
    assertThat(world.canaryReplicas).isEqualTo(2);
    world.nextWake();
    assertThat(world.told).endsWith("The primary can't take the traffic back: 0 of 2 available");

    world.primaryAvailable = 1;
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
  }

  @Test
  void aRescueThatNeverEndsStillShipsANewRevision() {
    var world = RunTest.promoting();
    world.primaryReadiness = new Facts.Readiness.Stuck("exceeded its progress deadline");
    world.settle();
    world.primaryReadiness = new Facts.Readiness.Stuck("image not found");
    world.primaryAvailable = 0;
    world.nextWake();
    assertThat(world.told).last().asString().contains("image not found");
    world.edit("v3");
    world.settle();
    assertThat(world.progress.revisions().candidate()).contains(new Revision("v3"));
  }

  @Test
  void trafficLeavesTheCanaryBeforeAnythingElseIsTried() {
    var world = RunTest.analysing();
    var back = world.progress.with(Traffic.NONE).enter(Stage.ROLLING_BACK, world.progress.times());
    assertThat(Aim.of(world.plan, back).wants())
        .startsWith(new Want.Routes(Traffic.NONE), new Want.SideServices());
  }

  @Test
  void aNewRevisionShipsEvenWhileARollbackIsStranded() {
    var world = RunTest.analysing();
    world.primaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.primaryAvailable = 0;
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    world.nextWake();
    world.nextWake();
    world.edit("v3");
    world.settle();
    assertThat(world.progress.revisions().candidate()).contains(new Revision("v3"));
  }
}
