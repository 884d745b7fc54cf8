package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What starts, restarts and ends a run. */
class RunTest {
  private static final Facts.Readiness NOT_READY = new Facts.Readiness.Waiting("1 of 2 available");

  @Test
  void nothingRunsWhileTheTargetStays() {
    var world = World.atRest(Plans.weighted());
    world.pass(Duration.ofDays(30));
    var wait = world.settle();
    assertThat(wait.until()).isEmpty();
    assertThat(world.progress.run()).isZero();
  }

  @Test
  void aTargetThatCannotBeReadStartsNothing() {
    var world = World.atRest(Plans.weighted());
    world.target = new Facts.Target.Unreadable("configmap app-config not found");
    assertThat(world.settle().reason()).isEqualTo("configmap app-config not found");
    assertThat(world.progress.run()).isZero();
  }

  @Test
  void goingBackToThePromotedRevisionStartsNothing() {
    var world = failed();
    world.edit("v1");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.progress.run()).isEqualTo(1);
  }

  @Test
  void aFailedRevisionThatIsAppliedAgainRunsAgain() {
    var world = failed();
    world.edit("v1");
    world.settle();
    world.edit("v2");
    world.settle();
    assertThat(world.progress.run()).isEqualTo(2);
  }

  @Test
  void aFailedRevisionStaysFailedUntilTheTargetChanges() {
    var world = failed();
    world.pass(Duration.ofDays(1));
    world.settle();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.progress.run()).isEqualTo(1);
  }

  @Test
  void anotherRevisionMidwayWithdrawsTrafficAndStartsOver() {
    var world = analysing();
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10", "80/20");
    world.canaryReadiness = NOT_READY;
    world.edit("v3");
    world.settle();
    assertThat(world.routes).containsExactly("90/10", "80/20", "100/0");
    assertThat(world.progress.stage()).isEqualTo(Stage.STARTING);
    assertThat(world.progress.revisions().candidate()).contains(new Revision("v3"));
    assertThat(world.told).endsWith("New revision detected! Restarting analysis for podinfo.test");
    assertThat(world.progress.tally()).isEqualTo(Progress.Tally.ZERO);
  }

  @Test
  void revertingTheTargetMidwayEndsTheRunWithoutPromotingAnything() {
    var world = analysing();
    world.edit("v1");
    world.settle();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.progress.outcome()).isEqualTo(Outcome.INITIALIZED);
    assertThat(world.told).endsWith("Analysis ended without a verdict! Scaling down podinfo.test");
    assertThat(world.primaryRuns).contains(new Revision("v1"));
  }

  @Test
  void anEditDuringThePromotionIsQueuedBehindIt() {
    var world = promoting();
    world.edit("v3");
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.primaryRuns).contains(new Revision("v2"));
    world.nextWake();
    assertThat(world.progress.revisions().promoted()).contains(new Revision("v2"));
    assertThat(world.progress.revisions().candidate()).contains(new Revision("v3"));
    assertThat(world.progress.run()).isEqualTo(2);
  }

  @Test
  void configurationThatIsGoneAtPromotionRestartsTheRun() {
    var world = analysing();
    world.progress = world.progress.enter(Stage.PROMOTING, world.progress.times());
    world.candidateIntact = false;
    world.edit("v2b");
    world.settle();
    assertThat(world.primaryRuns).contains(new Revision("v1"));
    assertThat(world.routes).containsExactly("90/10", "100/0", "90/10");
    assertThat(world.progress.revisions().candidate()).contains(new Revision("v2b"));
  }

  @Test
  void aCanaryThatNeverGetsReadyIsRolledBackAtTheDeadline() {
    var world = World.atRest(Plans.weighted());
    world.canaryReadiness = NOT_READY;
    world.edit("v2");
    assertThat(world.settle().until()).contains(world.now.plus(Plans.DEADLINE));
    world.nextWake();
    assertThat(world.told)
        .contains(
            "Rolling back podinfo.test canary deployment podinfo.test not ready: 1 of 2 available");
    assertThat(world.routes).isEmpty();
  }

  @Test
  void aStuckRolloutIsRolledBackAtOnce() {
    var world = World.atRest(Plans.weighted());
    world.canaryReadiness = new Facts.Readiness.Stuck("exceeded its progress deadline");
    world.edit("v2");
    world.settle();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aCanaryThatLosesPodsMidwayHasTheDeadlineToComeBack() {
    var world = analysing();
    world.canarySurvivors = 1;
    world.canaryReadiness = NOT_READY;
    assertThat(world.settle().until()).contains(world.now.plus(Plans.DEADLINE));
    world.pass(Duration.ofMinutes(9));
    world.canaryReadiness = new Facts.Readiness.Ready();
    world.settle();
    assertThat(world.routes).containsExactly("90/10", "80/20");
    assertThat(world.progress.times().deadline()).isEmpty();
  }

  @Test
  void aCanaryWithoutAnyPodLeftHasAnIntervalToComeBack() {
    var world = analysing();
    world.canaryReadiness = NOT_READY;
    assertThat(world.settle().until()).contains(world.now.plus(Plans.INTERVAL));
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10", "100/0");
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void otherStepsWrittenMidwayGoOnFromTheWeightThatIsReached() {
    var world = analysing();
    world.nextWake();
    world.plan = Plans.steps(10, 50, 60);
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10", "80/20", "50/50");
  }

  @Test
  void aStrategyWrittenMidwayStartsWithItsFirstStep() {
    var world = World.atRest(Plans.blueGreen(3));
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.plan = Plans.steps(10, 50);
    world.nextWake();
    assertThat(world.route).contains(Traffic.of(new Weight(10)));
  }

  @Test
  void timeStandsStillWhileARunIsSuspended() {
    var world = analysing();
    var untilCheck = Duration.between(world.now, world.settle().until().orElseThrow());
    var plan = world.plan;
    world.plan = Plans.suspended(plan);
    assertThat(world.settle().until()).isEmpty();
    world.pass(Duration.ofDays(1));
    world.settle();
    world.plan = plan;
    assertThat(world.settle().until()).contains(world.now.plus(untilCheck));
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  static World analysing() {
    var world = World.atRest(Plans.weighted());
    world.edit("v2");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
    return world;
  }

  static World promoting() {
    var world = analysing();
    for (int i = 0; i < 3; i++) {
      world.nextWake();
    }
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    return world;
  }

  static World failed() {
    var world = World.atRest(Plans.weighted());
    world.verdicts = check -> new Verdict.Failing("bad");
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.nextWake();
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    return world;
  }
}
