package io.burgee.core;

import java.util.Optional;

/**
 * The live route was as intended and is not any more: it is put back, and what was counted from
 * when it was so starts over. Noticed before anything else is decided, for whatever is recorded
 * next puts the route back.
 */
final class Drift {
  private static final String NOTICED = "The live route is not as intended, putting it back";

  private Drift() {}

  static Optional<Decision> notice(Moment moment) {
    var progress = moment.progress();
    if (moment.routed() || !counts(progress)) {
      return Optional.empty();
    }
    var times = progress.times();
    var end = times.deadline().orElse(moment.now().plus(moment.plan().progressDeadline()));
    var again = progress.enter(stage(progress), Progress.Times.since(moment.now()).until(end));
    var reason = progress.stage() == Stage.ANALYSING ? NOTICED : progress.reason();
    return Optional.of(moment.move(again, reason, Notice.warning(NOTICED)));
  }

  private static boolean counts(Progress progress) {
    return switch (progress.stage()) {
      case ANALYSING, SHIFTING_BACK, DRAINING -> progress.times().settled().isPresent();
      case SCALING_DOWN -> true;
      default -> false;
    };
  }

  /** Pods that may have requests again must be left to answer them. */
  private static Stage stage(Progress progress) {
    return progress.stage() == Stage.SCALING_DOWN ? Stage.DRAINING : progress.stage();
  }
}
