package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NEW;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.OLD;
import static io.burgee.core.Scene.OTHER;
import static io.burgee.core.Scene.SOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What starts a run, and what does not. */
class RestTest {
  private static final String STARTED =
      "New revision detected, waiting for the canary to become ready";
  private static final Notice ANNOUNCED =
      Notice.normal("New revision detected! Scaling up podinfo.test");
  private static final String HALT =
      "Halt podinfo.test advancement waiting for approval confirm-rollout";

  /** {@code NEW} waits for its approval, which was asked for a minute ago. */
  private static Scene waiting() {
    var scene = new Scene(Stage.WAITING);
    scene.progress =
        scene
            .progress
            .with(new Progress.Revisions(OLD, NEW, OLD))
            .with(Progress.Times.since(NOW.minusSeconds(60)).checkAt(NOW))
            .heldAt(Optional.of(HookType.CONFIRM_ROLLOUT));
    return asking(scene);
  }

  private static Scene asking(Scene scene) {
    scene.plan = Plans.asking(scene.plan, HookType.CONFIRM_ROLLOUT);
    return scene;
  }

  private static Scene answered(Scene scene, Reply reply) {
    scene.answers =
        Answers.NONE.with(
            HookType.CONFIRM_ROLLOUT, List.of(new HookReply("confirm-rollout", reply)));
    return scene;
  }

  @Test
  void whatWasActedOnStartsNothing() {
    new Scene(Stage.AT_REST).told().goesOnForEver();
    new Scene(Stage.AT_REST).unreadable().waits("configmap app not found", Optional.empty());
  }

  @Test
  void goingBackToThePromotedRevisionIsNoted() {
    var scene = new Scene(Stage.AT_REST).targetAt(OLD);
    scene.moves(
        scene.progress.with(new Progress.Revisions(OLD, NEW, OLD)),
        "The target is back at the promoted revision");
  }

  @Test
  void anotherRevisionStartsWhereNobodyIsToBeAsked() {
    var draft = Plans.of(Plans.weighted());
    draft.warnings = List.of("no mirroring here");
    var scene = new Scene(Stage.AT_REST).targetAt(OTHER);
    scene.plan = draft.plan();
    scene.moves(scene.started(OTHER), STARTED, ANNOUNCED, Notice.warning("no mirroring here"));
  }

  @Test
  void anotherRevisionWaitsForItsApproval() {
    var scene = asking(new Scene(Stage.AT_REST).targetAt(OTHER));
    scene.asks(HookType.CONFIRM_ROLLOUT, Phase.INITIALIZED);
    answered(scene, new Reply.No("closed"))
        .moves(
            scene
                .progress
                .with(new Progress.Revisions(OLD, OTHER, NEW))
                .enter(Stage.WAITING, Progress.Times.since(NOW).checkAt(NOW.plus(Plans.INTERVAL)))
                .heldAt(Optional.of(HookType.CONFIRM_ROLLOUT)),
            HALT,
            Notice.warning(HALT));
  }

  @Test
  void anApprovalIsAskedForAgainWhenTheIntervalIsOver() {
    var scene = waiting();
    scene.asks(HookType.CONFIRM_ROLLOUT, Phase.WAITING);
    scene.times(scene.progress.times().checkAt(SOON)).goesOn();
  }

  @Test
  void aWaitCountsFromItsBeginAndItsReasonIsToldOnce() {
    var scene = answered(waiting(), new Reply.No("closed"));
    scene.moves(
        scene.progress.with(scene.progress.times().checkAt(NOW.plus(Plans.INTERVAL))), HALT);
  }

  @Test
  void anApprovalStartsTheRun() {
    var scene = answered(waiting(), new Reply.Yes());
    scene.moves(
        scene.started(NEW),
        STARTED,
        Notice.normal("Confirm-rollout check confirm-rollout passed"),
        ANNOUNCED);
  }

  @Test
  void aPausedWaitAsksNobody() {
    var scene = waiting();
    scene.progress = scene.progress.paused(Optional.of("ada"));
    scene.waits("paused: ada", Optional.empty());
  }

  @Test
  void aRevisionThatIsTakenBackIsNotWaitedFor() {
    var scene = waiting().targetAt(OLD);
    var text = "The target is back at a revision that was released before";
    var resting = scene.progress.withoutHolds().enter(Stage.AT_REST, Progress.Times.since(NOW));
    scene.moves(resting.with(new Progress.Revisions(OLD, OLD, OLD)), text);
    scene.progress = scene.progress.with(new Progress.Revisions(OLD, NEW, OTHER));
    scene.moves(resting.with(new Progress.Revisions(OLD, OLD, OLD)), text);
    scene.targetAt(OTHER);
    scene.moves(resting.with(new Progress.Revisions(OLD, OTHER, OTHER)), text);
  }

  @Test
  void anotherRevisionIsAskedForAtOnce() {
    var scene = waiting().targetAt(OTHER);
    scene.times(scene.progress.times().checkAt(SOON));
    scene.asks(HookType.CONFIRM_ROLLOUT, Phase.WAITING);
  }

  @Test
  void theReasonStandsWhileNothingHappens() {
    new Scene(Stage.AT_REST).waits(BEFORE, Optional.of(SOON));
  }
}
