package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that people keep to themselves. */
class GateTest {
  private static final Reply NO = new Reply.No("Forbidden");
  private static final Reply SILENT = new Reply.Silent("connection refused");

  static Reply[] closed() {
    return new Reply[] {NO, SILENT};
  }

  @ParameterizedTest
  @MethodSource("closed")
  void noRunStartsBeforeItsRolloutIsConfirmed(Reply reply) {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT));
    world.replies.put(HookType.CONFIRM_ROLLOUT, reply);
    world.edit("v2");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.WAITING);
    assertThat(world.canaryReplicas).isZero();
    for (int i = 0; i < 50; i++) {
      world.nextWake();
    }
    assertThat(world.progress.stage()).as("it waits for ever").isEqualTo(Stage.WAITING);
    assertThat(world.told).as("told once").hasSize(1);

    world.replies.clear();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
    assertThat(world.told)
        .contains(
            "Confirm-rollout check confirm-rollout passed",
            "New revision detected! Scaling up podinfo.test");
  }

  @Test
  void aDenialAndSilenceAreToldApart() {
    var plan = Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT);
    var denied = World.atRest(plan);
    denied.replies.put(HookType.CONFIRM_ROLLOUT, NO);
    denied.edit("v2");
    denied.settle();
    assertThat(denied.told)
        .containsExactly("Halt podinfo.test advancement waiting for approval confirm-rollout");
    var silent = World.atRest(plan);
    silent.replies.put(HookType.CONFIRM_ROLLOUT, SILENT);
    silent.edit("v2");
    silent.settle();
    assertThat(silent.told)
        .containsExactly(
            "Halt podinfo.test advancement no answer from approval confirm-rollout: connection"
                + " refused");
  }

  @Test
  void aRevisionThatIsTakenBackWhileItWaitsIsForgotten() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT));
    world.replies.put(HookType.CONFIRM_ROLLOUT, NO);
    world.edit("v2");
    world.settle();
    world.edit("v1");
    world.settle();
    world.replies.clear();
    world.pass(Duration.ofHours(1));
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.progress.outcome()).isEqualTo(Outcome.INITIALIZED);
    assertThat(world.progress.run()).isZero();
  }

  @Test
  void theNewestRevisionIsReleasedWhenAWaitEnds() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT));
    world.replies.put(HookType.CONFIRM_ROLLOUT, NO);
    world.edit("v2");
    world.settle();
    world.edit("v3");
    world.settle();
    world.replies.clear();
    world.nextWake();
    assertThat(world.progress.revisions().candidate()).contains(new Revision("v3"));
  }

  @ParameterizedTest
  @MethodSource("closed")
  void everyIncreaseOfTrafficNeedsItsApproval(Reply reply) {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_TRAFFIC_INCREASE));
    world.replies.put(HookType.CONFIRM_TRAFFIC_INCREASE, reply);
    world.edit("v2");
    world.settle();
    assertThat(world.routes).as("the first one").isEmpty();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.STARTING);
    world.replies.clear();
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10");
    world.replies.put(HookType.CONFIRM_TRAFFIC_INCREASE, reply);
    world.nextWake();
    world.nextWake();
    assertThat(world.routes).as("and the next").containsExactly("90/10");
    assertThat(world.progress.tally()).isEqualTo(Progress.Tally.ZERO);
  }

  @Test
  void aCanaryThatWaitsForItsFirstTrafficHasNoDeadlineWhileItIsReady() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_TRAFFIC_INCREASE));
    world.replies.put(HookType.CONFIRM_TRAFFIC_INCREASE, NO);
    world.edit("v2");
    world.settle();
    world.pass(Plans.DEADLINE.multipliedBy(3));
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.STARTING);
    world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.settle();
    assertThat(world.progress.stage()).as("a deadline of its own").isEqualTo(Stage.STARTING);
    world.pass(Plans.DEADLINE);
    world.settle();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @MethodSource("closed")
  void waitingForPromotionReplaysNothing(Reply reply) {
    var world = World.atRest(Plans.asking(Plans.blueGreen(2), HookType.CONFIRM_PROMOTION));
    world.replies.put(HookType.CONFIRM_PROMOTION, reply);
    world.edit("v2");
    world.settle();
    for (int i = 0; i < 20; i++) {
      world.nextWake();
    }
    assertThat(Report.of(world.plan, world.progress, world.facts()).phase())
        .isEqualTo(Phase.WAITING_PROMOTION);
    assertThat(world.progress.step()).isEqualTo(2);
    assertThat(world.routes).as("users stay where they are").isEmpty();
    world.replies.clear();
    world.nextWake();
    assertThat(world.told)
        .endsWith(
            "Confirm-promotion check confirm-promotion passed", "Routing all traffic to canary");
    assertThat(world.routes).containsExactly("0/100");
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
  }

  @Test
  void aPromotionIsConfirmedAgainAfterAllUsersWereSwitched() {
    var world = World.atRest(Plans.asking(Plans.blueGreen(1), HookType.CONFIRM_PROMOTION));
    world.edit("v2");
    world.settle();
    world.nextWake();
    assertThat(world.routes).containsExactly("0/100");
    world.replies.put(HookType.CONFIRM_PROMOTION, NO);
    world.nextWake();
    assertThat(Report.of(world.plan, world.progress, world.facts()).phase())
        .isEqualTo(Phase.WAITING_PROMOTION);
    assertThat(world.routes).containsExactly("0/100");
    world.replies.clear();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
  }

  @Test
  void aCanaryThatTurnsBadWhileItWaitsForPromotionIsRolledBack() {
    var world = World.atRest(Plans.asking(Plans.steps(50), HookType.CONFIRM_PROMOTION));
    world.replies.put(HookType.CONFIRM_PROMOTION, NO);
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    world.nextWake();
    assertThat(world.progress.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.routes).containsExactly("50/50", "100/0");
  }

  @Test
  void stepsThatAreAddedWhileItWaitsForPromotionAreTakenWithTheirApproval() {
    var world =
        World.atRest(
            Plans.asking(
                Plans.steps(50), HookType.CONFIRM_TRAFFIC_INCREASE, HookType.CONFIRM_PROMOTION));
    world.replies.put(HookType.CONFIRM_PROMOTION, NO);
    world.edit("v2");
    world.settle();
    world.nextWake();
    world.plan =
        Plans.asking(
            Plans.steps(50, 80), HookType.CONFIRM_TRAFFIC_INCREASE, HookType.CONFIRM_PROMOTION);
    world.replies.put(HookType.CONFIRM_TRAFFIC_INCREASE, NO);
    world.nextWake();
    assertThat(world.routes).containsExactly("50/50");
    world.replies.clear();
    world.nextWake();
    assertThat(world.routes).containsExactly("50/50", "20/80");
  }

  @Test
  void aGateThatIsRemovedFromTheSpecIsOpen() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT));
    world.replies.put(HookType.CONFIRM_ROLLOUT, NO);
    world.edit("v2");
    world.settle();
    world.plan = Plans.weighted();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void anotherRevisionMidwayIsNotAskedForAgain() {
    var world = World.atRest(Plans.asking(Plans.weighted(), HookType.CONFIRM_ROLLOUT));
    world.edit("v2");
    world.settle();
    world.replies.put(HookType.CONFIRM_ROLLOUT, NO);
    world.edit("v3");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
    assertThat(world.progress.run()).isEqualTo(2);
  }
}
