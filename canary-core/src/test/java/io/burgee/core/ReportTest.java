package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read in the status, for each stage. */
class ReportTest {
  private static final Progress NONE = Progress.none(Instant.EPOCH);

  private static Progress at(Stage stage) {
    return NONE.enter(stage, Progress.Times.since(Instant.EPOCH))
        .atStep(2)
        .with(new Progress.Tally(1, 0));
  }

  private static Facts routing(Traffic live) {
    var some = new Facts.Workload(Optional.empty(), new Facts.Readiness.Ready(), 1, 1);
    return new Facts(
        new Facts.Target.At(new Revision("one")),
        some,
        some,
        new Facts.Routing(true, Optional.of(live), false),
        true,
        Map.of(),
        false,
        Answers.NONE);
  }

  private static Report report(Plan plan, Progress progress) {
    return Report.of(plan, progress, routing(Traffic.of(new Weight(20))));
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, INITIALIZED, INITIALIZING",
    "PREPARING, INITIALIZED, INITIALIZING",
    "ROUTING, INITIALIZED, INITIALIZING",
    "DRAINING, INITIALIZED, INITIALIZING",
    "SCALING_DOWN, INITIALIZED, INITIALIZING",
    "AT_REST, INITIALIZED, INITIALIZED",
    "WAITING, SUCCEEDED, WAITING",
    "STARTING, SUCCEEDED, PROGRESSING",
    "ANALYSING, FAILED, PROGRESSING",
    "PROMOTING, SUCCEEDED, PROMOTING",
    "SHIFTING_BACK, SUCCEEDED, PROMOTING",
    "FINALISING, SUCCEEDED, FINALISING",
    "DRAINING, SUCCEEDED, FINALISING",
    "SCALING_DOWN, SUCCEEDED, FINALISING",
    "AT_REST, SUCCEEDED, SUCCEEDED",
    "ROLLING_BACK, FAILED, PROGRESSING",
    "RESTARTING, SUCCEEDED, PROGRESSING",
    "DRAINING, FAILED, PROGRESSING",
    "SCALING_DOWN, FAILED, PROGRESSING",
    "AT_REST, FAILED, FAILED",
    "RESCUING, FAILED, FAILED",
    "TERMINATING, SUCCEEDED, TERMINATING",
    "REVERTING, SUCCEEDED, TERMINATING",
    "TERMINATED, SUCCEEDED, TERMINATING"
  })
  void eachStageHasAPhase(Stage stage, Outcome outcome, Phase phase) {
    assertThat(Report.phase(at(stage).ending(outcome))).isEqualTo(phase);
  }

  @Test
  void aRescueThatMayStillSucceedIsPromoting() {
    var times = Progress.Times.since(Instant.EPOCH).until(Instant.EPOCH.plusSeconds(1));
    assertThat(Report.phase(at(Stage.RESCUING).with(times))).isEqualTo(Phase.PROMOTING);
  }

  @Test
  void anAnalysisThatWaitsForPromotionSaysSo() {
    var held = at(Stage.ANALYSING).heldAt(Optional.of(HookType.CONFIRM_PROMOTION));
    assertThat(Report.phase(held)).isEqualTo(Phase.WAITING_PROMOTION);
    var other = at(Stage.ANALYSING).heldAt(Optional.of(HookType.CONFIRM_TRAFFIC_INCREASE));
    assertThat(Report.phase(other)).isEqualTo(Phase.PROGRESSING);
  }

  @Test
  void theWeightIsWhatTheRouteSays() {
    assertThat(report(Plans.weighted(), at(Stage.ANALYSING)).weight()).isEqualTo(new Weight(20));
  }

  @Test
  void thereIsNoWeightAtRestOrWithoutRoutes() {
    assertThat(report(Plans.weighted(), at(Stage.AT_REST)).weight()).isEqualTo(Weight.ZERO);
    assertThat(report(Plans.weighted(), at(Stage.WAITING)).weight()).isEqualTo(Weight.ZERO);
    assertThat(report(Plans.withoutMesh(3), at(Stage.ANALYSING)).weight()).isEqualTo(Weight.ZERO);
  }

  @Test
  void failedChecksAreThoseOfTheRunUntilItHasFailed() {
    assertThat(report(Plans.weighted(), at(Stage.ANALYSING)).failedChecks()).isOne();
    var succeeded = at(Stage.AT_REST).ending(Outcome.SUCCEEDED);
    assertThat(report(Plans.weighted(), succeeded).failedChecks()).isOne();
    var failing = at(Stage.ROLLING_BACK).ending(Outcome.FAILED);
    assertThat(report(Plans.weighted(), failing).failedChecks()).isOne();
    var failed = at(Stage.AT_REST).ending(Outcome.FAILED);
    assertThat(report(Plans.weighted(), failed).failedChecks()).isZero();
  }

  @Test
  void iterationsAreCountedByStrategiesThatHaveThem() {
    assertThat(report(Plans.blueGreen(3), at(Stage.ANALYSING)).iterations()).isEqualTo(2);
    assertThat(report(Plans.blueGreen(3), at(Stage.AT_REST)).iterations()).isZero();
    assertThat(report(Plans.weighted(), at(Stage.ANALYSING)).iterations()).isZero();
  }
}
