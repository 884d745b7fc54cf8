package io.burgee.core;

import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly what is recorded of a Canary that Flagger worked on; the primary runs {@code OLD}. */
class TakeoverDecisionTest {
  private static final Traffic SHARE = Traffic.of(new Weight(20));
  private static final Map<Verb, String> STANDING = Map.of(Verb.RETRY, "ada");
  private static final Notice DIFFERS =
      Notice.warning(
          "podinfo.test differs from podinfo-primary.test, and whether that was released can't be"
              + " told: nothing is started, the annotation burgee.io/retry releases it");

  private final Scene scene = new Scene(Stage.NEW).traffic(Traffic.NONE, SHARE);
  private Optional<Revision> promoted = OLD;
  private int weight = 20;
  private int iterations;
  private int failedChecks;
  private boolean configsMoved;

  private Decision decide(String phase) {
    scene.verbs = STANDING;
    var status = new Takeover.Status(phase, weight, iterations, failedChecks, configsMoved);
    return Takeover.decide(scene.plan, promoted, status, scene.facts(), NOW);
  }

  private Progress next(String phase) {
    return ((Decision.Move) decide(phase)).next();
  }

  private static Progress base(Stage stage, Progress.Times times, Progress.Revisions revisions) {
    return Progress.none(NOW).enter(stage, times).with(revisions).hearing(STANDING);
  }

  private void becomes(String phase, Progress next, Notice... more) {
    var text = "Taken over podinfo.test from Flagger in phase " + phase;
    var notices = Stream.concat(Stream.of(Notice.normal(text)), Stream.of(more)).toList();
    assertThat(decide(phase)).isEqualTo(new Decision.Move(next.because(text), notices));
  }

  private static Progress.Times since() {
    return Progress.Times.since(NOW);
  }

  private static Progress.Revisions revisions(
      Optional<Revision> promoted, Optional<Revision> candidate, Optional<Revision> seen) {
    return new Progress.Revisions(promoted, candidate, seen);
  }

  private static Progress run(Stage stage, Progress.Times times) {
    return base(stage, times, revisions(OLD, NEW, NEW)).nextRun().ending(Outcome.SUCCEEDED);
  }

  @Test
  void aDeletionGoesOnThoughTheTargetCannotBeRead() {
    scene.unreadable();
    var none = revisions(OLD, Optional.empty(), Optional.empty());
    becomes("Terminating", base(Stage.TERMINATING, Scene.bounded(), none));
  }

  @Test
  void aTargetThatCannotBeReadIsWaitedFor() {
    scene.unreadable();
    assertThat(decide("Progressing"))
        .isEqualTo(new Decision.Wait("configmap app not found", Optional.empty()));
  }

  @Test
  void withoutAPrimaryEverythingBegins() {
    promoted = Optional.empty();
    var nothing = revisions(Optional.empty(), Optional.empty(), Optional.empty());
    becomes("Succeeded", base(Stage.NEW, since(), nothing));
  }

  @Test
  void aPrimaryOfTheTargetIsKept() {
    var none = revisions(OLD, Optional.empty(), Optional.empty());
    becomes("Initializing", base(Stage.NEW, since(), none));
    scene.targetAt(OLD);
    var kept = revisions(OLD, Optional.empty(), OLD);
    becomes("Initializing", base(Stage.PREPARING, Scene.bounded(), kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankPhaseIsTheFirst(String phase) {
    assertThat(next(phase).reason())
        .isEqualTo("Taken over podinfo.test from Flagger in phase Initializing");
  }

  @ParameterizedTest
  @CsvSource({"Initialized,INITIALIZED", "Succeeded,SUCCEEDED", "Terminated,SUCCEEDED"})
  void whatRestsRestsAndWhatDiffersIsTold(String phase, Outcome outcome) {
    var resting = base(Stage.AT_REST, since(), revisions(OLD, NEW, NEW)).ending(outcome);
    becomes(phase, resting, DIFFERS);
    configsMoved = true;
    becomes(phase, resting.with(revisions(OLD, NEW, OLD)));
    configsMoved = false;
    scene.targetAt(OLD);
    becomes(phase, resting.with(revisions(OLD, OLD, OLD)));
  }

  @Test
  void aFailureDiffersAndThatIsNothingToTell() {
    scene.traffic(Traffic.NONE, Traffic.NONE);
    var failed = base(Stage.AT_REST, since(), revisions(OLD, NEW, NEW)).ending(Outcome.FAILED);
    becomes("Failed", failed);
  }

  @Test
  void aFailureThatLeftTrafficOnTheCanaryIsRescued() {
    var next = base(Stage.RESCUING, since(), revisions(OLD, NEW, NEW));
    becomes("Failed", next.ending(Outcome.FAILED).with(SHARE));
  }

  @Test
  void aWaitGoesOnAtItsGateUnlessItWasTakenBack() {
    var next = base(Stage.WAITING, since(), revisions(OLD, NEW, OLD)).ending(Outcome.SUCCEEDED);
    becomes("Waiting", next.heldAt(Optional.of(HookType.CONFIRM_ROLLOUT)));
    scene.targetAt(OLD);
    var back = base(Stage.AT_REST, since(), revisions(OLD, OLD, OLD));
    becomes("Waiting", back.ending(Outcome.SUCCEEDED));
  }

  @Test
  void aRunGoesOnWithItsTrafficAndAWholeInterval() {
    failedChecks = 1;
    var times = Scene.drained().checkAt(NOW.plus(Plans.INTERVAL));
    var next = run(Stage.ANALYSING, times).with(new Progress.Tally(1, 0)).with(SHARE).atStep(2);
    becomes("Progressing", next);
    becomes("WaitingPromotion", next.atStep(3).heldAt(Optional.of(HookType.CONFIRM_PROMOTION)));
  }

  @Test
  void failedChecksAreNeverFewerThanNone() {
    failedChecks = -1;
    assertThat(next("Progressing").tally()).isEqualTo(Progress.Tally.ZERO);
  }

  @Test
  void aRunWhoseConfigurationMovedStartsOver() {
    configsMoved = true;
    becomes("Progressing", run(Stage.RESTARTING, Scene.bounded()));
  }

  @Test
  void aRunThatHasNotBegunStarts() {
    scene.traffic(Traffic.NONE, Traffic.NONE);
    becomes("Progressing", run(Stage.STARTING, Scene.bounded()));
    assertThat(next("WaitingPromotion").stage()).isEqualTo(Stage.ANALYSING);
    iterations = 1;
    assertThat(next("Progressing").stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void aRunThatWasTakenBackIsRolledBack() {
    scene.targetAt(OLD);
    var revisions = revisions(OLD, Optional.of(new Revision("unknown")), OLD);
    becomes(
        "Progressing",
        base(Stage.ROLLING_BACK, Scene.bounded(), revisions).nextRun().ending(Outcome.SUCCEEDED));
  }

  @Test
  void aPromotionGoesOnWithWhatThePrimaryHas() {
    var promoting =
        base(Stage.PROMOTING, Scene.bounded(), revisions(OLD, OLD, NEW)).nextRun().atStep(3);
    becomes("Promoting", promoting.with(SHARE), DIFFERS);
    becomes("Finalising", promoting.enter(Stage.FINALISING, Scene.bounded()), DIFFERS);
    configsMoved = true;
    becomes("Promoting", promoting.with(SHARE).with(revisions(OLD, OLD, OLD)));
  }

  @ParameterizedTest
  @CsvSource({"-5,0", "0,0", "55,55", "100,100", "105,100"})
  void whereThereIsNoRouteTheStatusCounts(int told, int share) {
    scene.routing = new Facts.Routing(false, Optional.empty(), false);
    weight = told;
    assertThat(next("Promoting").traffic()).isEqualTo(Traffic.of(new Weight(share)));
    scene.plan = Plans.withoutMesh(2);
    assertThat(next("Promoting").traffic()).isEqualTo(Traffic.NONE);
    scene.routing = new Facts.Routing(true, Optional.of(SHARE), false);
    assertThat(next("Promoting").traffic()).isEqualTo(Traffic.NONE);
  }

  @ParameterizedTest
  @CsvSource({"5,1", "10,1", "19,1", "20,2", "29,2", "30,3", "90,3"})
  void theStepIsTheLastOneThatTheTrafficReached(int share, int step) {
    scene.traffic(Traffic.NONE, Traffic.of(new Weight(share)));
    assertThat(next("Progressing").step()).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({"0,0,1", "1,0,1", "2,0,2", "9,0,4", "2,100,4"})
  void theStepIsTheIterationThatWasBegun(int begun, int share, int step) {
    scene.plan = Plans.blueGreen(3);
    var live = share == 0 ? Traffic.MIRROR : Traffic.of(new Weight(share));
    scene.traffic(Traffic.NONE, live);
    iterations = begun;
    assertThat(next("Progressing").step()).isEqualTo(step);
  }

  @Test
  void theBaselineKnowsWhatIsPromotedAndNothingElse() {
    assertThat(Takeover.baseline(OLD, NOW))
        .isEqualTo(Progress.none(NOW).with(revisions(OLD, Optional.empty(), Optional.empty())));
  }
}
