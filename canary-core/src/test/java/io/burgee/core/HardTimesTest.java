package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Several things go wrong at once. */
class HardTimesTest {
  private static final Facts.Readiness WAITING = new Facts.Readiness.Waiting("1 of 2 available");
  private static final Facts.Readiness STUCK = new Facts.Readiness.Stuck("crash loop");

  @Test
  void whateverTheCanaryRunsServesWhereAFailedPromotionLeftThePrimaryDead() {
    var world = promoting(Plans.steps(50));
    world.edit("v3");
    world.primaryReadiness = STUCK;
    world.primaryAvailable = 0;
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.RESCUING);
    assertThat(world.routes).containsExactly("50/50", "0/100");
  }

  @Test
  void aCanaryThatIsNotTheCandidateGetsNoMoreWhileThePrimaryServes() {
    var world = promoting(Plans.steps(50));
    world.edit("v3");
    world.primaryReadiness = STUCK;
    world.primaryAvailable = 1;
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.RESCUING);
    assertThat(world.routes).containsExactly("50/50");
  }

  @Test
  void trafficReturnsAtOnceFromACanaryThatBreaksOnTheWayBack() {
    var world = returning();
    world.canaryReadiness = WAITING;
    world.settle();
    assertThat(world.routes).endsWith("100/0");
  }

  @Test
  void aRevisionThatNobodyAnalysedKeepsNoShareOnTheWayBack() {
    var world = returning();
    world.edit("v3");
    world.settle();
    assertThat(world.routes).endsWith("100/0");
    assertThat(world.primaryRuns).contains(new Revision("v2"));
  }

  @Test
  void aPrimaryThatIsUnreadyForAMomentOnTheWayBackHasADeadlineOfItsOwn() {
    var world = returning();
    world.pass(Plans.INTERVAL.dividedBy(2));
    world.primaryReadiness = WAITING;
    world.settle();
    assertThat(world.progress.times().deadline()).contains(world.now.plus(Plans.DEADLINE));
    world.primaryReadiness = new Facts.Readiness.Ready();
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.SHIFTING_BACK);
    assertThat(world.progress.times().deadline()).isEmpty();
  }

  @Test
  void someoneWhoKeepsChangingTheRouteEndsTheRun() {
    var world = RunTest.analysing();
    for (int i = 0; i < 30 && world.progress.stage() == Stage.ANALYSING; i++) {
      world.pass(Plans.INTERVAL.dividedBy(2));
      world.route = java.util.Optional.of(Traffic.NONE);
      world.settle();
    }
    assertThat(world.told)
        .contains("Rolling back podinfo.test someone else keeps changing the route");
    assertThat(world.told).filteredOn(text -> text.startsWith("The live route")).hasSize(10);
  }

  @Test
  void aRouteThatWasChangedNowAndThenEndsNothing() {
    var world = RunTest.analysing();
    world.verdicts = check -> new Verdict.Passing();
    world.replies.put(HookType.CONFIRM_TRAFFIC_INCREASE, new Reply.No("closed"));
    world.plan = Plans.asking(world.plan, HookType.CONFIRM_TRAFFIC_INCREASE);
    for (int i = 0; i < 30; i++) {
      world.route = java.util.Optional.of(Traffic.NONE);
      world.settle();
      world.nextWake();
    }
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void theDeathOfTheLastPodShortensTheDeadlineThatTheFirstOneGot() {
    var world = RunTest.analysing();
    world.canaryReadiness = WAITING;
    world.canarySurvivors = 1;
    world.settle();
    assertThat(world.progress.times().deadline()).contains(world.now.plus(Plans.DEADLINE));
    world.canarySurvivors = 0;
    world.settle();
    assertThat(world.progress.times().deadline()).contains(world.now.plus(Plans.INTERVAL));
    world.pass(Duration.ofSeconds(30));
    world.settle();
    world.pass(Duration.ofSeconds(30));
    world.settle();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aRunThatIsBeingRestartedCanBeAborted() {
    var world = RunTest.analysing();
    world.primaryAvailable = 0; // so that the traffic can't leave the canary yet
    world.edit("v3");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.RESTARTING);
    world.verbs.put(Verb.ABORT, "ada: enough");
    world.settle();
    world.primaryAvailable = 2;
    world.settle();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.progress.run()).isEqualTo(1);
  }

  @Test
  void aTargetThatCannotBeReadDoesNotKeepAnInitialisationFromItsEnd() {
    var world = new World(Plans.weighted());
    world.settle();
    world.target = new Facts.Target.Unreadable("configmap app not found");
    world.settle();
    world.pass(Plans.DEADLINE);
    world.settle();
    assertThat(world.told).containsExactly("configmap app not found");
    world.target = new Facts.Target.At(new Revision("v1"));
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.DRAINING);
  }

  private static World promoting(Plan plan) {
    var world = World.atRest(plan);
    world.edit("v2");
    world.settle();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    return world;
  }

  /** The primary runs the candidate, and the canary still has a share. */
  private static World returning() {
    var draft = Plans.of(Plans.steps(50));
    draft.promotionStep = 20;
    var world = promoting(draft.plan());
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.SHIFTING_BACK);
    assertThat(world.routes).containsExactly("50/50", "70/30");
    return world;
  }
}
