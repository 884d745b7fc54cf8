package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a run ends once the canary has no traffic. */
class WaneTest {
  private static final String ROUTE = "The live route is not as intended and can't be put back";

  private static Scene draining() {
    return new Scene(Stage.DRAINING).ending(Outcome.SUCCEEDED);
  }

  private static Scene drained() {
    var scene = draining();
    return scene.times(scene.progress.times().settledAt(NOW.minus(Plans.DRAIN)));
  }

  private static Scene withoutPods() {
    var scene = new Scene(Stage.SCALING_DOWN).ending(Outcome.SUCCEEDED);
    scene.canary = new Facts.Workload(NEW, Scene.LATE, 0, 0);
    return scene;
  }

  @Test
  void aRouteThatIsNotBackYetIsWaitedForUntilTheDeadline() {
    draining().unrouted().goesOn();
    draining().unrouted().due().warns(ROUTE);
    draining().unrouted().told().goesOnForEver();
  }

  @Test
  void anotherRevisionIsReleasedOnceTheRouteIsLate() {
    var farewell = Notice.normal("Promotion completed! Scaling down podinfo.test");
    draining().unrouted().targetAt(Scene.OTHER).goesOn();
    draining().unrouted().due().shipsAnother(farewell);
    draining().unrouted().told().shipsAnother(farewell);
    draining().unrouted().due().targetAt(OLD).warns(ROUTE);
  }

  @Test
  void theDrainDelayCountsFromWhenTheRouteLeavesTheCanaryAlone() {
    var scene = draining();
    scene.moves(scene.progress.with(scene.progress.times().settledAt(NOW)), BEFORE);
  }

  @Test
  void thePodsStayForTheDrainDelay() {
    var scene = draining();
    scene
        .times(scene.progress.times().settledAt(NOW.minus(Plans.DRAIN).plusSeconds(1)))
        .waits(BEFORE, Optional.of(SOON));
  }

  @ParameterizedTest
  @CsvSource({
    "INITIALIZED, Initialization done! podinfo.test",
    "SUCCEEDED, Promotion completed! Scaling down podinfo.test",
    "FAILED, " + BEFORE
  })
  void afterTheDrainDelayThePodsGo(Outcome outcome, String reason) {
    var scene = drained().ending(outcome);
    scene.moves(scene.progress.enter(Stage.SCALING_DOWN, Scene.bounded()), reason);
  }

  @Test
  void theReasonSaysWhichRunEnds() {
    var skipping = drained();
    skipping.plan = Plans.skipping();
    skipping.moves(
        skipping.progress.enter(Stage.SCALING_DOWN, Scene.bounded()),
        "Promotion completed! Canary analysis was skipped for podinfo.test");
    var calledOff = drained().targetAt(OLD);
    calledOff.progress = calledOff.progress.with(new Progress.Revisions(OLD, NEW, OLD));
    calledOff.moves(
        calledOff.progress.enter(Stage.SCALING_DOWN, Scene.bounded()),
        "Analysis ended without a verdict! Scaling down podinfo.test");
  }

  @Test
  void podsThatDoNotGoAreToldOfAtTheDeadline() {
    new Scene(Stage.SCALING_DOWN).goesOn();
    new Scene(Stage.SCALING_DOWN).due().warns("podinfo.test can't be scaled to zero");
    new Scene(Stage.SCALING_DOWN).told().goesOnForEver();
  }

  @ParameterizedTest
  @CsvSource({
    "INITIALIZED, NORMAL, Initialization done! podinfo.test",
    "SUCCEEDED, NORMAL, Promotion completed! Scaling down podinfo.test",
    "FAILED, WARNING, Canary failed! Scaling down podinfo.test"
  })
  void theEndIsToldWhenThePodsAreGone(Outcome outcome, Notice.Level level, String text) {
    var scene = withoutPods().ending(outcome);
    var resting = scene.progress.enter(Stage.AT_REST, Progress.Times.since(NOW));
    scene.progress = scene.progress.paused(Optional.of("ada"));
    scene.moves(resting, BEFORE, new Notice(level, text));
  }

  @Test
  void theLastHooksAreAskedOfEachRunThatGotAVerdict() {
    var scene = withoutPods();
    scene.plan = Plans.asking(scene.plan, HookType.POST_ROLLOUT);
    scene.asks(HookType.POST_ROLLOUT, Phase.SUCCEEDED);
    scene.ending(Outcome.FAILED).asks(HookType.POST_ROLLOUT, Phase.FAILED);
    assertThat(scene.ending(Outcome.INITIALIZED).decision()).isInstanceOf(Decision.Move.class);
    scene.ending(Outcome.SUCCEEDED).targetAt(OLD).progress =
        scene.progress.with(new Progress.Revisions(OLD, NEW, OLD));
    assertThat(scene.decision()).isInstanceOf(Decision.Move.class);
  }

  @Test
  void whatTheLastHooksSaidIsToldBeforeTheEnd() {
    var scene = withoutPods();
    scene.plan = Plans.asking(scene.plan, HookType.POST_ROLLOUT);
    scene.answers =
        Answers.NONE.with(
            HookType.POST_ROLLOUT,
            List.of(
                new HookReply("a", new Reply.No("500")),
                new HookReply("b", new Reply.Yes()),
                new HookReply("c", new Reply.Silent("timed out"))));
    scene.moves(
        scene.progress.enter(Stage.AT_REST, Progress.Times.since(NOW)),
        BEFORE,
        Notice.normal("Post-rollout check b passed"),
        Notice.warning("Post-rollout hook a failed 500"),
        Notice.warning("Post-rollout hook c gave no answer: timed out"),
        Notice.normal("Promotion completed! Scaling down podinfo.test"));
  }
}
