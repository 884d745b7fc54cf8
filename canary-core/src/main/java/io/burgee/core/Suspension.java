package io.burgee.core;

/** While a Canary is suspended nothing is decided, and its time stands still. */
final class Suspension {
  private Suspension() {}

  static Decision freeze(Moment moment) {
    var progress = moment.progress();
    var times = progress.times();
    return progress.stage() == Stage.NEW || times.frozen().isPresent()
        ? moment.waitForChange("suspended by spec.suspend")
        : moment.move(progress.with(times.frozenAt(moment.now())), progress.reason());
  }

  static Decision thaw(Moment moment) {
    var progress = moment.progress();
    var thawed = progress.with(progress.times().thawedAt(moment.now()));
    return Drift.notice(moment.with(thawed))
        .orElseGet(() -> moment.move(thawed, progress.reason()));
  }
}
