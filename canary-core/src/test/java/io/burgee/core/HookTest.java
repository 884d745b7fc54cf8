package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Webhooks that check, signal or are told of the end. */
class HookTest {
  private static final Reply NO = new Reply.No("smoke test failed");
  private static final Reply SILENT = new Reply.Silent("timed out after 10s");

  @Test
  void aPreRolloutHookThatSaysNoIsAFailedCheckAndNoTrafficFlows() {
    var world = starting(NO);
    assertThat(world.progress.tally()).isEqualTo(new Progress.Tally(1, 0));
    assertThat(world.told)
        .containsExactly(
            "New revision detected! Scaling up podinfo.test",
            "Starting canary analysis for podinfo.test",
            "Halt podinfo.test advancement pre-rollout check pre-rollout failed smoke test failed");
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.told).contains("Rolling back podinfo.test failed checks threshold reached 2");
    assertThat(world.routes).isEmpty();
  }

  @Test
  void aPreRolloutHookThatIsSilentIsNeitherGoodNorBad() {
    var world = starting(SILENT);
    assertThat(world.progress.tally()).isEqualTo(new Progress.Tally(0, 1));
    world.replies.clear();
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10");
    assertThat(world.progress.tally().unknown()).as("an answer ends the row").isZero();
    assertThat(world.told)
        .contains("Pre-rollout check pre-rollout passed")
        .filteredOn(text -> text.startsWith("Starting"))
        .hasSize(1);
  }

  @Test
  void preRolloutHooksAreNotAskedAgainOnceTheyPassed() {
    var world =
        World.atRest(
            Plans.asking(
                Plans.weighted(), HookType.PRE_ROLLOUT, HookType.CONFIRM_TRAFFIC_INCREASE));
    world.replies.put(HookType.CONFIRM_TRAFFIC_INCREASE, new Reply.No("closed"));
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.nextWake();
    assertThat(world.asked).filteredOn(asked -> asked.startsWith("pre-rollout")).hasSize(1);
  }

  @Test
  void rolloutHooksAreCheckedBesideTheMetrics() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.ROLLOUT));
    world.edit("v2");
    world.settle();
    world.replies.put(HookType.ROLLOUT, NO);
    world.verdicts = check -> new Verdict.Failing(check.name() + " is bad");
    world.asked.clear();
    world.nextWake();
    assertThat(world.asked).containsExactly("rollout in Progressing", "metrics");
    assertThat(world.progress.tally().failed()).isEqualTo(1);
    assertThat(world.progress.reason())
        .isEqualTo(
            "Halt podinfo.test advancement external check rollout failed smoke test failed;"
                + " request-success-rate is bad; request-duration is bad");
  }

  @Test
  void aSilentRolloutHookRollsBackAfterTheThreshold() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.ROLLOUT));
    world.edit("v2");
    world.settle();
    world.replies.put(HookType.ROLLOUT, SILENT);
    world.nextWake();
    assertThat(world.progress.tally()).isEqualTo(new Progress.Tally(0, 1));
    world.nextWake();
    assertThat(world.told)
        .contains(
            "Rolling back podinfo.test no answer for 2 intervals: Halt podinfo.test advancement no"
                + " answer from external check rollout: timed out after 10s");
  }

  @Test
  void silenceIsToldUntilItsThresholdEvenWhereTheRunWaitsForEver() {
    var world = World.atRest(Plans.waitingOnUnknown());
    world.edit("v2");
    world.settle();
    world.told.clear();
    world.verdicts = check -> new Verdict.Unknown("no values for " + check.name());
    for (int i = 0; i < 30; i++) {
      world.nextWake();
    }
    assertThat(world.told).as("two checks, two intervals").hasSize(4);
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void aRollbackHookThatSaysYesEndsTheRunAtTheNextInterval() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.ROLLBACK));
    world.edit("v2");
    world.settle();
    world.replies.put(HookType.ROLLBACK, new Reply.Yes());
    world.nextWake();
    assertThat(world.told)
        .contains(
            "Rollback check rollback passed", "Rolling back podinfo.test manual webhook invoked");
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.measured()).as("nothing else is asked").isZero();
  }

  @Test
  void aSilentRollbackHookEndsNothingAndIsToldOnceAStep() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.ROLLBACK));
    world.edit("v2");
    world.settle();
    world.replies.put(HookType.ROLLBACK, SILENT);
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    assertThat(world.told)
        .contains(
            "Halt podinfo.test advancement no answer from rollback check rollback: timed out after"
                + " 10s");
    world.verdicts = check -> new Verdict.Passing();
    world.told.clear();
    world.nextWake();
    assertThat(world.told).containsExactly("Advance podinfo.test canary weight 20");
  }

  @Test
  void aRollbackHookCanEndARunThatNeverGotTraffic() {
    var world =
        World.atRest(Plans.asking(Plans.weighted(), HookType.PRE_ROLLOUT, HookType.ROLLBACK));
    world.replies.put(HookType.PRE_ROLLOUT, SILENT);
    world.edit("v2");
    world.settle();
    world.replies.put(HookType.ROLLBACK, new Reply.Yes());
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void postRolloutHooksAreAskedOnceAndChangeNothing() {
    var world = World.atRest(Plans.asking(Plans.steps(50), HookType.POST_ROLLOUT));
    world.replies.put(HookType.POST_ROLLOUT, NO);
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(world.asked)
        .filteredOn(asked -> asked.startsWith("post-rollout"))
        .containsExactly("post-rollout in Succeeded");
    assertThat(world.told).contains("Post-rollout hook post-rollout failed smoke test failed");
  }

  @Test
  void postRolloutHooksAreToldOfAFailureToo() {
    var world = World.atRest(Plans.asking(Plans.steps(50), HookType.POST_ROLLOUT));
    world.replies.put(HookType.POST_ROLLOUT, SILENT);
    world.edit("v2");
    world.settle();
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    world.nextWake();
    world.nextWake();
    assertThat(world.asked).contains("post-rollout in Failed");
    assertThat(world.told)
        .contains("Post-rollout hook post-rollout gave no answer: timed out after 10s");
  }

  @Test
  void initialisationIsNobodysRollout() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.values()));
    assertThat(world.asked).isEmpty();
  }

  @Test
  void skippingTheAnalysisAsksOnlyWhetherToBegin() {
    var plan = Plans.of(Plans.asking(Plans.weighted(), HookType.values()));
    plan.skipAnalysis = true;
    var world = World.atRest(plan.plan());
    world.edit("v2");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    assertThat(world.asked).containsExactly("confirm-rollout in Initialized");
  }

  @Test
  void hookTypesAreReadAsWritten() {
    assertThat(HookType.of("")).contains(HookType.ROLLOUT);
    for (var type : HookType.values()) {
      assertThat(HookType.of(type.text())).contains(type);
    }
    assertThat(HookType.of("event")).isEmpty();
  }

  private static World starting(Reply reply) {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.PRE_ROLLOUT));
    world.replies.put(HookType.PRE_ROLLOUT, reply);
    world.edit("v2");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.STARTING);
    return world;
  }
}
