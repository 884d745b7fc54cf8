package io.burgee.core;

import java.util.Optional;

/**
 * From a target alone to a target with a primary that serves. Until the routes turn, the target
 * does.
 */
final class Initialisation {
  private Initialisation() {}

  static Decision decide(Moment moment) {
    var unreadable = moment.unreadable();
    if (unreadable.isPresent()) {
      return whileUnreadable(moment, unreadable.get());
    }
    var target = moment.target();
    return switch (moment.progress().stage()) {
      case NEW -> prepare(moment, target);
      case PREPARING ->
          target.equals(moment.progress().revisions().promoted())
              ? awaitPrimary(moment)
              : prepare(moment, target); // nothing was released yet: follow the user
      default ->
          target.equals(moment.progress().revisions().promoted()) || serves(moment)
              ? awaitRoutes(moment)
              : prepare(moment, target); // what it began with serves no more: the same
    };
  }

  /** What has begun may end by itself, and has its deadline all the same. */
  private static Decision whileUnreadable(Moment moment, String why) {
    var stage = moment.progress().stage();
    if (stage == Stage.ROUTING && serves(moment)) {
      return awaitRoutes(moment);
    }
    var deadline = moment.progress().times().deadline();
    if (stage == Stage.NEW || deadline.isEmpty()) {
      return moment.waitForChange(why);
    }
    return moment.overdue() ? moment.overdueNotice(why) : moment.waitUntil(deadline.get(), why);
  }

  private static Decision prepare(Moment moment, Optional<Revision> revision) {
    var revisions = new Progress.Revisions(revision, Optional.empty(), revision);
    return moment.move(
        moment.progress().with(revisions).enter(Stage.PREPARING, moment.bounded()),
        "New " + moment.names().kind() + " detected, waiting for its primary to become ready");
  }

  private static boolean serves(Moment moment) {
    return moment.facts().primary().serves(moment.progress().revisions().promoted());
  }

  private static Decision awaitPrimary(Moment moment) {
    var progress = moment.progress();
    var primary = moment.facts().primary();
    if (serves(moment)) {
      return moment.move(
          progress.enter(Stage.ROUTING, moment.bounded()),
          "The primary is ready, turning services and routes to it");
    }
    if (moment.overdue()) {
      return moment.overdueNotice(
          moment.names().primary()
              + " not ready: "
              + Words.of(primary.readiness())
              + "; "
              + moment.names().target()
              + " goes on serving");
    }
    return moment.goOn();
  }

  private static Decision awaitRoutes(Moment moment) {
    if (moment.routed()) {
      return moment.move(
          moment
              .progress()
              .enter(Stage.DRAINING, Progress.Times.since(moment.now()).settledAt(moment.now())),
          "The primary has all traffic, the target finishes its requests");
    }
    return moment.overdue()
        ? moment.overdueNotice("Services and routes do not show the primary yet")
        : moment.goOn();
  }
}
