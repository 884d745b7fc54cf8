package io.burgee.core;

import java.util.ArrayList;
import java.util.List;

/** The canary has no traffic: after the drain delay its pods go. */
final class Wane {
  private Wane() {}

  static Decision decide(Moment moment) {
    var progress = moment.progress();
    if (!moment.routed()) {
      return awaitRoute(moment);
    }
    return progress.stage() == Stage.DRAINING ? drain(moment) : scaleDown(moment);
  }

  /** The delay counts from when the route leaves the canary alone again. */
  private static Decision awaitRoute(Moment moment) {
    return moment.overdue() || moment.isToldOverdue()
        ? Rest.shipAnother(moment).orElseGet(() -> tellOnce(moment))
        : moment.goOn();
  }

  private static Decision tellOnce(Moment moment) {
    return moment.isToldOverdue()
        ? moment.goOn()
        : moment.overdueNotice("The live route is not as intended and can't be put back");
  }

  private static Decision drain(Moment moment) {
    var progress = moment.progress();
    var settled = progress.times().settled();
    if (settled.isEmpty()) {
      return moment.move(
          progress.with(progress.times().settledAt(moment.now())), progress.reason());
    }
    var drained = settled.get().plus(moment.plan().drainDelay());
    if (moment.now().isBefore(drained)) {
      return moment.waitUntil(drained, progress.reason());
    }
    return moment.move(
        progress.enter(Stage.SCALING_DOWN, moment.bounded()),
        progress.outcome() == Outcome.FAILED ? progress.reason() : ending(moment));
  }

  private static Decision scaleDown(Moment moment) {
    if (moment.facts().canary().desired() > 0) {
      return moment.overdue()
          ? moment.overdueNotice(moment.names().target() + " can't be scaled to zero")
          : moment.goOn();
    }
    var asks = endsRun(moment.progress());
    return asks
        ? Replies.unasked(moment, HookType.POST_ROLLOUT, moment.progress().outcome().phase())
            .orElseGet(() -> rest(moment))
        : rest(moment);
  }

  private static boolean endsRun(Progress progress) {
    return progress.outcome() != Outcome.INITIALIZED && !progress.revisions().calledOff();
  }

  /** The end is told here, once; what the last hooks said is told and changes nothing. */
  private static Decision rest(Moment moment) {
    var replies = Replies.to(moment, HookType.POST_ROLLOUT);
    var notices = new ArrayList<>(replies.passes());
    replies.complaints().stream().map(Notice::warning).forEach(notices::add);
    notices.add(farewell(moment));
    var next =
        moment.progress().withoutHolds().enter(Stage.AT_REST, Progress.Times.since(moment.now()));
    return new Decision.Move(next, List.copyOf(notices));
  }

  private static String ending(Moment moment) {
    var names = moment.names();
    if (moment.progress().revisions().calledOff()) {
      return "Analysis ended without a verdict! Scaling down " + names.target();
    }
    return switch (moment.progress().outcome()) {
      case INITIALIZED -> "Initialization done! " + names.canary();
      case SUCCEEDED ->
          moment.plan().skipAnalysis()
              ? "Promotion completed! Canary analysis was skipped for " + names.target()
              : "Promotion completed! Scaling down " + names.target();
      case FAILED -> "Canary failed! Scaling down " + names.canary();
    };
  }

  /** Tells how the run ended. */
  static Notice farewell(Moment moment) {
    return moment.progress().outcome() == Outcome.FAILED
        ? Notice.warning(ending(moment))
        : Notice.normal(ending(moment));
  }
}
