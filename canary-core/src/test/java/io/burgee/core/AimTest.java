package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be so in the cluster, in its order. */
class AimTest {
  private static final Traffic SHARE = Traffic.of(new Weight(20));
  private static final Want SERVICES = new Want.SideServices();
  private static final Want OLD = new Want.PrimaryRuns(Scene.OLD.orElseThrow());
  private static final Want NEW = new Want.PrimaryRuns(Scene.NEW.orElseThrow());
  private static final Want APEX = new Want.ApexOnPrimary();
  private static final Want ROUTES = new Want.Routes(SHARE);

  private static List<Want> wants(Plan plan, Stage stage) {
    return Aim.of(plan, new Scene(stage).traffic(SHARE, SHARE).progress).wants();
  }

  private static List<Want> wants(Stage stage) {
    return wants(Plans.weighted(), stage);
  }

  private static Plan autoscaled() {
    var plan = Plans.weighted();
    return new Plan(
        plan.names(),
        plan.strategy(),
        plan.checks(),
        plan.hooks(),
        plan.interval(),
        plan.threshold(),
        plan.promotionStep(),
        plan.progressDeadline(),
        plan.drainDelay(),
        true,
        true,
        false,
        false,
        false,
        List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW", "TERMINATED"})
  void nothingIsWantedBeforeAndAfter(Stage stage) {
    assertThat(wants(stage)).isEmpty();
  }

  @Test
  void aDeletedCanaryGivesBackWhatItTook() {
    assertThat(wants(Stage.TERMINATING)).containsExactly(new Want.ScaledUp(Side.CANARY));
    assertThat(wants(Stage.REVERTING))
        .containsExactly(new Want.ApexOnTarget(), new Want.RoutesReverted());
  }

  @Test
  void noRouteTurnsWhileThePrimaryIsPrepared() {
    assertThat(wants(Stage.PREPARING))
        .containsExactly(SERVICES, OLD, new Want.ScaledUp(Side.PRIMARY));
  }

  @ParameterizedTest
  @EnumSource(names = {"ROUTING", "DRAINING", "AT_REST", "WAITING", "ANALYSING"})
  void outsideAPromotionThePrimaryRunsWhatIsPromoted(Stage stage) {
    assertThat(wants(stage)).containsExactly(SERVICES, OLD, APEX, ROUTES);
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMOTING", "SHIFTING_BACK", "FINALISING"})
  void duringAPromotionThePrimaryRunsTheCandidate(Stage stage) {
    assertThat(wants(stage)).containsExactly(SERVICES, NEW, APEX, ROUTES);
  }

  @ParameterizedTest
  @EnumSource(names = {"ROLLING_BACK", "RESTARTING", "RESCUING"})
  void trafficLeavesASideBeforeAnythingElse(Stage stage) {
    assertThat(wants(stage)).containsExactly(ROUTES, SERVICES, OLD, APEX);
  }

  @Test
  void theTargetIsScaledForItsRunAndAfterIt() {
    assertThat(wants(Stage.STARTING))
        .containsExactly(SERVICES, OLD, new Want.ScaledUp(Side.CANARY), APEX, ROUTES);
    assertThat(wants(Stage.SCALING_DOWN))
        .containsExactly(SERVICES, OLD, APEX, ROUTES, new Want.ScaledToZero());
  }

  @Test
  void theAutoscalerFollowsThePromotion() {
    assertThat(wants(autoscaled(), Stage.PROMOTING))
        .containsExactly(SERVICES, NEW, new Want.PrimaryScaler(true), APEX, ROUTES);
    assertThat(wants(autoscaled(), Stage.ANALYSING))
        .containsExactly(SERVICES, OLD, new Want.PrimaryScaler(false), APEX, ROUTES);
  }
}
