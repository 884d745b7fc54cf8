package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded when the route is not as intended any more, and while time stands still. */
class DriftDecisionTest {
  private static final Traffic SHARE = Traffic.of(new Weight(20));
  private static final String NOTICED = "The live route is not as intended, putting it back";

  private static Scene drifted(Stage stage) {
    var scene = new Scene(stage).traffic(SHARE, Traffic.NONE);
    return scene.times(scene.progress.times().settledAt(NOW.minusSeconds(30)).checkAt(SOON));
  }

  private static Progress again(Scene scene, Stage stage) {
    return scene
        .progress
        .with(scene.progress.tally().withDrift())
        .enter(stage, Progress.Times.since(NOW).until(SOON));
  }

  @ParameterizedTest
  @CsvSource({
    "ANALYSING, ANALYSING, '" + NOTICED + "'",
    "SHIFTING_BACK, SHIFTING_BACK, " + BEFORE,
    "DRAINING, DRAINING, " + BEFORE,
    "SCALING_DOWN, DRAINING, " + BEFORE
  })
  void whatWasCountedStartsOver(Stage stage, Stage next, String reason) {
    var scene = drifted(stage);
    scene.moves(again(scene, next), reason, Notice.warning(NOTICED));
  }

  @Test
  void aDeadlineIsSetWhereThereIsNone() {
    var scene = drifted(Stage.ANALYSING).told();
    scene.moves(
        again(scene, Stage.ANALYSING).with(Scene.bounded()), NOTICED, Notice.warning(NOTICED));
  }

  @Test
  void thePodsOfARunThatEndedStayThoughTheRouteWasNeverSeen() {
    var scene = new Scene(Stage.SCALING_DOWN).traffic(SHARE, Traffic.NONE);
    scene.moves(again(scene, Stage.DRAINING), BEFORE, Notice.warning(NOTICED));
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"ANALYSING", "SHIFTING_BACK", "DRAINING", "SCALING_DOWN"},
      mode = EnumSource.Mode.EXCLUDE)
  void elsewhereNothingIsCountedOnTheRoute(Stage stage) {
    assertThat(Drift.notice(drifted(stage).moment())).isEmpty();
  }

  @Test
  void aRouteThatDoesNotShowTheStepYetIsNoDrift() {
    new Scene(Stage.ANALYSING).traffic(SHARE, Traffic.NONE).goesOn();
  }

  @Test
  void theEleventhChangeIsNotToldAnyMore() {
    var tenth = drifted(Stage.ANALYSING);
    tenth.progress = tenth.progress.with(new Progress.Tally(1, 0, 9));
    tenth.moves(again(tenth, Stage.ANALYSING), NOTICED, Notice.warning(NOTICED));
    var eleventh = drifted(Stage.ANALYSING);
    eleventh.progress = eleventh.progress.with(new Progress.Tally(1, 0, 10));
    eleventh.moves(again(eleventh, Stage.ANALYSING), NOTICED);
  }

  @Test
  void aSuspensionIsRecordedOnce() {
    var scene = new Scene(Stage.ANALYSING);
    scene.plan = Plans.suspended(scene.plan);
    scene.moves(scene.progress.with(scene.progress.times().frozenAt(NOW)), BEFORE);
    scene.times(scene.progress.times().frozenAt(NOW.minusSeconds(9)));
    scene.waits("suspended by spec.suspend", Optional.empty());
  }

  @Test
  void nothingBeginsWhileSuspended() {
    var scene = new Scene(Stage.NEW);
    scene.plan = Plans.suspended(scene.plan);
    scene.waits("suspended by spec.suspend", Optional.empty());
  }

  @Test
  void theTimeOfASuspensionIsAddedAtItsEnd() {
    var scene = new Scene(Stage.ANALYSING);
    var times = scene.progress.times();
    scene.times(times.frozenAt(NOW.minusSeconds(9)));
    var pause = Duration.ofSeconds(9);
    scene.moves(
        scene.progress.with(
            Progress.Times.since(times.since().plus(pause)).until(SOON.plus(pause))),
        BEFORE);
  }

  @Test
  void aRouteThatWasChangedWhileSuspendedIsNoticedAtItsEnd() {
    var scene = drifted(Stage.ANALYSING);
    var calm = again(scene, Stage.ANALYSING);
    scene.times(scene.progress.times().frozenAt(NOW.minusSeconds(9)));
    scene.moves(
        calm.with(Progress.Times.since(NOW).until(SOON.plusSeconds(9))),
        NOTICED,
        Notice.warning(NOTICED));
  }
}
