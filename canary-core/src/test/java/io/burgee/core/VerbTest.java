package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users tell a Canary to do. */
class VerbTest {
  private static final String WHO = "ada: 10 % of the orders are lost";

  @Test
  void anAbortedRunIsRolledBackWithItsReason() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.ABORT, WHO);
    world.settle();
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.routes).containsExactly("90/10", "100/0");
    assertThat(world.told).contains("Rolling back podinfo.test aborted: " + WHO);
  }

  @Test
  void aReleaseThatWaitsForItsGateCanBeDeclined() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT));
    world.replies.put(HookType.CONFIRM_ROLLOUT, new Reply.No("closed"));
    world.edit("v2");
    world.settle();
    world.verbs.put(Verb.ABORT, WHO);
    world.settle();
    world.replies.clear();
    world.pass(Duration.ofDays(1));
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.told).contains("Release of podinfo.test declined: " + WHO);
  }

  @Test
  void anAbortedPromotionBringsThePromotedRevisionBackBeforeTrafficMoves() {
    var world = promoting();
    world.verbs.put(Verb.ABORT, WHO);
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.RESCUING);
    assertThat(world.primaryRuns).contains(new Revision("v1"));
    assertThat(world.routes).containsExactly("50/50");
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    assertThat(world.routes).containsExactly("50/50", "100/0");
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void nothingThatRestsCanBeAborted() {
    var world = World.atRest(Plans.weighted());
    world.verbs.put(Verb.ABORT, WHO);
    world.settle();
    world.settle();
    assertThat(world.told).containsExactly("abort refused: nothing is being released");
  }

  @Test
  void aPausedRunIsNeitherJudgedNorMoved() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.PAUSE, WHO);
    world.settle();
    world.pass(Duration.ofDays(1));
    var wait = world.settle();
    assertThat(world.asked).isEmpty();
    assertThat(world.routes).containsExactly("90/10");
    assertThat(wait.reason()).isEqualTo("paused: " + WHO);
    assertThat(wait.until()).isEmpty();
  }

  @Test
  void aRunGoesOnWithAWholeIntervalAfterAPause() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.PAUSE, WHO);
    world.settle();
    world.pass(Duration.ofDays(1));
    world.verbs.put(Verb.RESUME, WHO);
    assertThat(world.settle().until()).contains(world.now.plus(Plans.INTERVAL));
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10", "80/20");
    assertThat(world.told).contains("Resumed podinfo.test: " + WHO);
  }

  @Test
  void aCanaryThatBreaksWhilePausedIsStillRolledBack() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.PAUSE, WHO);
    world.settle();
    world.canaryReadiness = new Facts.Readiness.Stuck("crash loop");
    world.settle();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aPauseEndsWithItsRun() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.PAUSE, WHO);
    world.settle();
    world.verbs.put(Verb.ABORT, WHO);
    world.settle();
    world.nextWake();
    assertThat(world.progress.holds()).isEqualTo(Progress.Holds.NONE);
  }

  @Test
  void aPauseBeforeTheFirstTrafficHoldsItBack() {
    var world = World.atRest(Plans.weighted());
    world.canaryReadiness = new Facts.Readiness.Waiting("starting");
    world.edit("v2");
    world.settle();
    world.verbs.put(Verb.PAUSE, WHO);
    world.settle();
    world.canaryReadiness = new Facts.Readiness.Ready();
    world.pass(Plans.DEADLINE.multipliedBy(2));
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.STARTING);
    world.verbs.put(Verb.RESUME, WHO);
    world.settle();
    assertThat(world.routes).containsExactly("90/10");
  }

  @Test
  void aPromotionOnRequestSkipsTheRestOfTheAnalysisAndItsGates() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_PROMOTION));
    world.replies.put(HookType.CONFIRM_PROMOTION, new Reply.No("closed"));
    world.edit("v2");
    world.settle();
    world.verbs.put(Verb.PROMOTE, WHO);
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    assertThat(world.progress.reason())
        .startsWith("Promotion of podinfo.test requested: " + WHO + ": Copying");
  }

  @Test
  void aCanaryThatIsNotReadyIsNotPromotedOnRequest() {
    var world = RunTest.analysing();
    world.canaryReadiness = new Facts.Readiness.Waiting("1 of 2 available");
    world.verbs.put(Verb.PROMOTE, WHO);
    world.settle();
    assertThat(world.told)
        .contains("promote refused: canary deployment podinfo.test not ready: 1 of 2 available");
    world.canaryReadiness = new Facts.Readiness.Ready();
    world.settle();
    assertThat(world.progress.stage()).as("nor later").isEqualTo(Stage.ANALYSING);
  }

  @Test
  void aFailedRevisionRunsAgainOnRequest() {
    var world = RunTest.failed();
    world.verbs.put(Verb.RETRY, WHO);
    world.settle();
    assertThat(world.progress.run()).isEqualTo(2);
    assertThat(world.told).contains("Release of podinfo.test is tried again: " + WHO);
  }

  @Test
  void aRetryNeedsItsRolloutConfirmedToo() {
    var world = RunTest.failed();
    world.plan = Plans.asking(world.plan, HookType.CONFIRM_ROLLOUT);
    world.replies.put(HookType.CONFIRM_ROLLOUT, new Reply.No("closed"));
    world.verbs.put(Verb.RETRY, WHO);
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.WAITING);
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.WAITING);
    world.replies.clear();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void whatIsPromotedIsNotTriedAgain() {
    var world = World.atRest(Plans.weighted());
    world.verbs.put(Verb.RETRY, WHO);
    world.settle();
    assertThat(world.told).containsExactly("retry refused: the target is at the promoted revision");
    assertThat(world.progress.run()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void aVerbIsHeardOnceAndCanBeGivenAgain(Verb verb) {
    var world = World.atRest(Plans.weighted());
    world.verbs.put(verb, WHO);
    world.settle();
    world.settle();
    assertThat(world.told).hasSize(1);
    world.verbs.clear();
    world.settle();
    world.verbs.put(verb, WHO);
    world.settle();
    assertThat(world.told).hasSize(2);
    world.verbs.put(verb, "bob: once more");
    world.settle();
    assertThat(world.told).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAUSE", "RESUME", "PROMOTE", "RETRY"})
  void whatMakesNoSenseWhilePromotingIsRefusedWithAReason(Verb verb) {
    var world = promoting();
    var before = world.progress.stage();
    world.verbs.put(verb, WHO);
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(before);
    assertThat(world.told).last().asString().startsWith(verb.text() + " refused: ");
  }

  private static World promoting() {
    var world = World.atRest(Plans.steps(50));
    world.edit("v2");
    world.settle();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    return world;
  }
}
