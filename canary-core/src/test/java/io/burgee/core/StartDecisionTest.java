package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.SOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What keeps a run from its first traffic. */
class StartDecisionTest {
  private static final String LATE = "canary deployment podinfo.test not ready: one is late";

  private static Scene starting() {
    return new Scene(Stage.STARTING).ending(Outcome.SUCCEEDED);
  }

  private static Scene unready() {
    var scene = starting();
    scene.canary = Scene.unready(NEW, 1);
    return scene;
  }

  private static void rollsBack(Scene scene, String why) {
    var text = "Rolling back podinfo.test " + why;
    scene.moves(
        scene.progress.ending(Outcome.FAILED).enter(Stage.ROLLING_BACK, Scene.bounded()),
        text,
        Notice.warning(text));
  }

  @Test
  void aCanaryHasTheDeadlineToBecomeReady() {
    unready().goesOn();
    rollsBack(unready().due(), LATE);
    var stuck = starting();
    stuck.canary = new Facts.Workload(NEW, Scene.STUCK, 2, 1);
    rollsBack(stuck, "canary deployment podinfo.test not ready: crash loop");
  }

  @Test
  void aCanaryThatBreaksWhilePeopleThinkHasADeadlineAgain() {
    var scene = unready().told();
    var times = scene.progress.times().until(NOW.plus(Plans.DEADLINE));
    scene.moves(scene.progress.with(times), LATE);
  }

  @Test
  void peopleHaveAllTheTimeTheyWant() {
    var paused = starting();
    paused.progress = paused.progress.paused(Optional.of("ada"));
    paused.moves(paused.progress.with(Progress.Times.since(NOW.minusSeconds(60))), BEFORE);
    paused.told().waits("paused: ada", Optional.empty());

    var asked = starting().times(Scene.bounded().checkAt(SOON));
    asked.moves(asked.progress.with(Progress.Times.since(NOW).checkAt(SOON)), BEFORE);
    asked.told().goesOn();
  }

  @Test
  void aRunBeginsWithItsFirstStep() {
    var scene = starting();
    var text = "Advance podinfo.test canary weight 10";
    scene.moves(
        scene
            .progress
            .with(Traffic.of(new Weight(10)))
            .atStep(1)
            .enter(Stage.ANALYSING, Scene.bounded()),
        "The canary is ready: " + text,
        Notice.normal("Starting canary analysis for podinfo.test"),
        Notice.normal(text));
  }

  @Test
  void aTryThatIsDueIsNotAnnouncedAgain() {
    var scene = starting().times(Progress.Times.since(NOW).checkAt(NOW));
    scene.plan = Plans.asking(Plans.blueGreen(2), HookType.PRE_ROLLOUT);
    scene.asks(HookType.PRE_ROLLOUT, Phase.PROGRESSING);
    scene.answers =
        Answers.NONE.with(HookType.PRE_ROLLOUT, List.of(new HookReply("a", new Reply.No("500"))));
    var text = "Halt podinfo.test advancement pre-rollout check a failed 500";
    scene.moves(
        scene
            .progress
            .with(new Progress.Tally(1, 0))
            .with(Progress.Times.since(NOW).checkAt(NOW.plus(Plans.INTERVAL))),
        text,
        Notice.warning(text));
  }

  @Test
  void aGateThatWasReachedIsAskedAloneTheNextTime() {
    var scene = starting().times(Progress.Times.since(NOW).checkAt(NOW));
    scene.plan = Plans.asking(scene.plan, HookType.PRE_ROLLOUT, HookType.CONFIRM_TRAFFIC_INCREASE);
    scene.asks(HookType.PRE_ROLLOUT, Phase.PROGRESSING);
    scene.progress = scene.progress.heldAt(Optional.of(HookType.CONFIRM_TRAFFIC_INCREASE));
    scene.asks(HookType.CONFIRM_TRAFFIC_INCREASE, Phase.PROGRESSING);
  }
}
