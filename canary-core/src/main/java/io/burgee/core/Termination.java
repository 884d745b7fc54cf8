package io.burgee.core;

/** A deleted Canary gives the traffic back to the target before it goes. */
final class Termination {
  private Termination() {}

  static Decision decide(Moment moment) {
    return switch (moment.progress().stage()) {
      case TERMINATING -> awaitTarget(moment);
      case REVERTING -> awaitRoutes(moment);
      case TERMINATED -> moment.waitForChange(moment.progress().reason());
      default -> begin(moment);
    };
  }

  private static Decision begin(Moment moment) {
    var text = "Terminating canary " + moment.names().canary();
    return moment.move(
        moment.progress().withoutHolds().enter(Stage.TERMINATING, moment.bounded()),
        text,
        Notice.normal(text));
  }

  private static Decision awaitTarget(Moment moment) {
    return switch (moment.facts().target()) {
      case Facts.Target.Gone(var why) -> end(moment, why + ", so nothing can be given back to it");
      case Facts.Target.At _, Facts.Target.Unreadable _ -> {
        if (canServe(moment)) {
          yield moment.move(
              moment.progress().enter(Stage.REVERTING, moment.bounded()),
              "The target can serve, giving services and routes back to it");
        }
        yield moment.overdue()
            ? moment.overdueNotice(moment.canaryNotReady() + "; the Canary stays until it is")
            : moment.goOn();
      }
    };
  }

  /** What it runs doesn't matter: it is what the user declared. */
  private static boolean canServe(Moment moment) {
    var canary = moment.facts().canary();
    return canary.readiness() instanceof Facts.Readiness.Ready
        || (moment.facts().target() instanceof Facts.Target.Unreadable && canary.survives());
  }

  private static Decision awaitRoutes(Moment moment) {
    if (moment.facts().routing().reverted()) {
      return end(moment, "Services and routes are given back to the target");
    }
    if (moment.facts().target() instanceof Facts.Target.Gone(var why)) {
      return end(moment, why + ", so nothing can be given back to it");
    }
    return moment.overdue()
        ? moment.overdueNotice("Services and routes do not show the target yet")
        : moment.goOn();
  }

  private static Decision end(Moment moment, String why) {
    return moment.move(
        moment.progress().enter(Stage.TERMINATED, Progress.Times.since(moment.now())),
        why,
        Notice.normal("Terminated canary " + moment.names().canary()));
  }
}
