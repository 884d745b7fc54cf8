package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way that a step of an analysis can go. */
class AnalysisDecisionTest {
  private static final Traffic TENTH = Traffic.of(new Weight(10));
  private static final String LATE = "canary deployment podinfo.test not ready: one is late";

  /** The first step's interval is over now. */
  private static Scene due() {
    var scene = new Scene(Stage.ANALYSING).ending(Outcome.SUCCEEDED).traffic(TENTH, TENTH);
    scene.progress = scene.progress.atStep(1);
    var begun = NOW.minus(Plans.INTERVAL);
    return scene.times(Progress.Times.since(begun).settledAt(begun).checkAt(NOW));
  }

  private static Scene unready(int available) {
    var scene = due();
    scene.canary = Scene.unready(NEW, available);
    return scene;
  }

  private static Plan withoutChecks(Plan plan) {
    return new Plan(
        plan.names(),
        plan.strategy(),
        List.of(),
        plan.hooks(),
        plan.interval(),
        plan.threshold(),
        plan.promotionStep(),
        plan.progressDeadline(),
        plan.drainDelay(),
        plan.routed(),
        plan.autoscaled(),
        plan.skipAnalysis(),
        plan.suspended(),
        plan.waitOnUnknown(),
        plan.warnings());
  }

  private static void rollsBack(Scene scene, String why) {
    var text = "Rolling back podinfo.test " + why;
    scene.moves(
        scene
            .progress
            .with(Traffic.NONE)
            .ending(Outcome.FAILED)
            .enter(Stage.ROLLING_BACK, Scene.bounded()),
        text,
        Notice.warning(text));
  }

  private static Progress step(Scene scene, int number, Traffic traffic) {
    return scene.progress.with(traffic).atStep(number).enter(Stage.ANALYSING, Scene.bounded());
  }

  @Test
  void theEndOfAnIntervalAsksForMetrics() {
    var scene = due();
    assertThat(scene.decision())
        .isEqualTo(
            new Decision.Ask(
                new Inquiry.Metrics(scene.plan.checks()),
                "The interval is over, asking for metrics"));
    scene.times(scene.progress.times().checkAt(SOON)).goesOn();
  }

  @Test
  void whereNothingIsMeasuredAnIntervalPasses() {
    var scene = due();
    scene.plan = withoutChecks(scene.plan);
    var text = "Advance podinfo.test canary weight 20";
    scene.moves(
        step(scene, 2, Traffic.of(new Weight(20))),
        "All checks pass at step 1: " + text,
        Notice.normal(text));
  }

  @Test
  void aRolloutHookIsAskedBeforeTheMetrics() {
    var scene = due();
    scene.plan = Plans.asking(scene.plan, HookType.ROLLOUT);
    scene.asks(HookType.ROLLOUT, Phase.PROGRESSING);
  }

  @Test
  void silenceOfRollbackHooksIsToldInTheFirstIntervalOfAStep() {
    var scene = due();
    var text = "Halt podinfo.test advancement no answer from rollback check rollback: timed out";
    scene.plan = withoutChecks(scene.plan);
    scene.answers =
        Answers.NONE.with(
            HookType.ROLLBACK, List.of(new HookReply("rollback", new Reply.Silent("timed out"))));
    assertThat(((Decision.Move) scene.decision()).notices()).contains(Notice.warning(text));
    scene.times(scene.progress.times().settledAt(NOW.minus(Plans.INTERVAL.multipliedBy(2))));
    assertThat(((Decision.Move) scene.decision()).notices()).doesNotContain(Notice.warning(text));
  }

  @Test
  void aPausedStepIsNotJudged() {
    var scene = due();
    scene.progress = scene.progress.paused(Optional.of("ada"));
    scene.waits("paused: ada", Optional.empty());
    scene.plan = Plans.skipping();
    scene.waits("paused: ada", Optional.empty());
  }

  @Test
  void anAnalysisThatIsSkippedMidwayPromotes() {
    var scene = due();
    scene.plan = Plans.skipping();
    var copying = "Copying podinfo.test template spec to podinfo-primary.test";
    scene.moves(
        scene.progress.enter(Stage.PROMOTING, Scene.bounded()),
        "The analysis is skipped: " + copying,
        Notice.normal(copying));
  }

  @Test
  void aCanaryThatLosesPodsHasTheDeadlineToComeBack() {
    var scene = unready(1);
    var end = NOW.plus(Plans.DEADLINE);
    scene.moves(scene.progress.with(scene.progress.times().until(end)), LATE, Notice.warning(LATE));
    scene.times(scene.progress.times().until(end)).waits(BEFORE, Optional.of(end));
    scene.times(scene.progress.times().until(SOON)).waits(BEFORE, Optional.of(SOON));
    rollsBack(scene.due(), LATE);
  }

  @Test
  void aDeadlineThatIsLaterThanItMayBeIsShortened() {
    var scene = unready(0);
    var end = NOW.plus(Plans.INTERVAL);
    scene.times(scene.progress.times().until(end.plusSeconds(1)));
    scene.moves(scene.progress.with(scene.progress.times().until(end)), LATE, Notice.warning(LATE));
  }

  @ParameterizedTest
  @CsvSource({"10,0,2,PT1M", "0,0,2,PT10M", "10,1,2,PT10M", "10,0,0,PT10M"})
  void onlyRequestsThatThePrimaryCouldAnswerShortenTheDeadline(
      int share, int canaryPods, int primaryPods, Duration patience) {
    var traffic = Traffic.of(new Weight(share));
    var scene = unready(canaryPods).traffic(traffic, traffic);
    scene.primary = new Facts.Workload(OLD, new Facts.Readiness.Ready(), 2, primaryPods);
    scene.moves(
        scene.progress.with(scene.progress.times().until(NOW.plus(patience))),
        LATE,
        Notice.warning(LATE));
  }

  @Test
  void aCanaryThatIsBackIsJudgedWhenItsIntervalIsOver() {
    var scene = due();
    var times = scene.progress.times();
    scene.times(times.until(SOON));
    scene.moves(scene.progress.with(times), "The canary is ready again");
  }

  @Test
  void anIntervalBeginsWhenTheRouteShowsTheStep() {
    var scene = new Scene(Stage.ANALYSING).traffic(TENTH, TENTH);
    scene.moves(
        scene.progress.with(
            Progress.Times.since(NOW.minusSeconds(60))
                .settledAt(NOW)
                .checkAt(NOW.plus(Plans.INTERVAL))),
        BEFORE);
  }

  @Test
  void aRouteThatDoesNotShowTheStepInTimeEndsTheRun() {
    var scene = new Scene(Stage.ANALYSING).traffic(TENTH, Traffic.NONE);
    scene.goesOn();
    rollsBack(scene.due(), "the route does not show the intended traffic");
  }

  @Test
  void aRouteThatOthersKeepChangingEndsTheRun() {
    var scene = due();
    scene.progress = scene.progress.with(new Progress.Tally(0, 0, 11));
    rollsBack(scene, "someone else keeps changing the route");
    scene.progress = scene.progress.with(new Progress.Tally(0, 0, 10));
    assertThat(scene.decision()).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void theLastStepNeedsItsApprovalToo() {
    lastStep(Plans.weighted()).asks(HookType.CONFIRM_TRAFFIC_INCREASE, Phase.PROGRESSING);
  }

  @Test
  void whatWaitsForPromotionIsAskedForThatAlone() {
    var scene = lastStep(Plans.weighted());
    scene.progress = scene.progress.heldAt(Optional.of(HookType.CONFIRM_PROMOTION));
    scene.asks(HookType.CONFIRM_PROMOTION, Phase.WAITING_PROMOTION);
  }

  @Test
  void aStepThatWasAddedNeedsItsApprovalThoughThePromotionWasAskedFor() {
    var scene = lastStep(Plans.steps(30, 40));
    scene.progress = scene.progress.heldAt(Optional.of(HookType.CONFIRM_PROMOTION));
    scene.asks(HookType.CONFIRM_TRAFFIC_INCREASE, Phase.WAITING_PROMOTION);
  }

  /** All is well at 30 %. */
  private static Scene lastStep(Plan plan) {
    var scene = due().traffic(Traffic.of(new Weight(30)), Traffic.of(new Weight(30)));
    scene.plan =
        withoutChecks(
            Plans.asking(plan, HookType.CONFIRM_TRAFFIC_INCREASE, HookType.CONFIRM_PROMOTION));
    return scene;
  }

  @Test
  void whatAPrimaryWithoutPodsCannotTakeBackStaysWithTheCanary() {
    assertThat(firstStep(TENTH, 0)).isEqualTo(TENTH);
    assertThat(firstStep(Traffic.of(new Weight(11)), 0)).isEqualTo(Traffic.of(Weight.ALL));
    assertThat(firstStep(Traffic.of(new Weight(11)), 1)).isEqualTo(TENTH);
    assertThat(firstStep(Traffic.MATCHED, 0)).isEqualTo(Traffic.of(Weight.ALL));
    assertThat(firstStep(Traffic.MATCHED, 1)).isEqualTo(TENTH);
    assertThat(firstStep(Traffic.MIRROR, 0)).isEqualTo(TENTH);
  }

  @Test
  void matchesThatStayMatchesReturnNothing() {
    var scene = new Scene(Stage.STARTING).traffic(Traffic.NONE, Traffic.MATCHED);
    scene.plan = Plans.abTesting(2);
    scene.primary = Scene.unready(OLD, 0);
    var begun = (Decision.Move) Analysis.begin(scene.moment(), List.of());
    assertThat(begun.next().traffic()).isEqualTo(Traffic.MATCHED);
  }

  /** What the first step, a tenth, gives the canary where {@code live} is what it has. */
  private static Traffic firstStep(Traffic live, int primaryPods) {
    var scene = new Scene(Stage.STARTING).traffic(Traffic.NONE, live);
    scene.primary = Scene.unready(OLD, primaryPods);
    var text = "Advance podinfo.test canary weight 10";
    var begun = (Decision.Move) Analysis.begin(scene.moment(), List.of());
    assertThat(begun.notices()).containsExactly(Notice.normal(text));
    assertThat(begun.reason()).isEqualTo("The canary is ready: " + text);
    return begun.next().traffic();
  }
}
