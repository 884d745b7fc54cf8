package io.burgee.core;

/** The canary has no traffic: after the drain delay its pods go. */
final class Wane {
  private Wane() {}

  static Decision decide(Moment moment) {
    var progress = moment.progress();
    if (!moment.routed()) {
      return progress.times().settled().isPresent() || progress.stage() == Stage.SCALING_DOWN
          ? moment.move(
              progress.enter(Stage.DRAINING, Progress.Times.since(moment.now())),
              "The live route reaches the canary again, putting it back")
          : moment.goOn();
    }
    return progress.stage() == Stage.DRAINING ? drain(moment) : scaleDown(moment);
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
        progress.enter(Stage.SCALING_DOWN, Progress.Times.since(moment.now())),
        progress.outcome() == Outcome.FAILED ? progress.reason() : farewell(moment),
        notice(moment));
  }

  private static Decision scaleDown(Moment moment) {
    if (moment.facts().canary().desired() > 0) {
      return moment.goOn();
    }
    return moment.move(
        moment.progress().enter(Stage.AT_REST, Progress.Times.since(moment.now())),
        moment.progress().reason());
  }

  private static String farewell(Moment moment) {
    var names = moment.names();
    if (calledOff(moment.progress().revisions())) {
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

  /** The target went back to what is promoted while another revision was being analysed. */
  private static boolean calledOff(Progress.Revisions revisions) {
    return revisions.candidate().isPresent()
        && !revisions.candidate().equals(revisions.promoted())
        && revisions.seen().equals(revisions.promoted());
  }

  private static Notice notice(Moment moment) {
    return moment.progress().outcome() == Outcome.FAILED
        ? Notice.warning(farewell(moment))
        : Notice.normal(farewell(moment));
  }
}
