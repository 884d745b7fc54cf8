package io.burgee.core;

import java.util.List;
import java.util.Optional;

/**
 * The live route was as intended and is not any more: it is put back, and what was counted from
 * when it was so starts over. Noticed before anything else is decided, for whatever is recorded
 * next puts the route back.
 */
final class Drift {
  private static final String NOTICED = "The live route is not as intended, putting it back";

  /** Past so many between two judgements, someone else has the route and keeps it. */
  private static final int ENDLESS = 10;

  private Drift() {}

  static boolean isEndless(Progress progress) {
    return progress.tally().drifts() > ENDLESS;
  }

  static Optional<Decision> notice(Moment moment) {
    var progress = moment.progress();
    if (moment.routed() || !counts(progress)) {
      return Optional.empty();
    }
    var times = progress.times();
    var end = times.deadline().orElse(moment.now().plus(moment.plan().progressDeadline()));
    var again =
        progress
            .with(progress.tally().withDrift())
            .enter(stage(progress), Progress.Times.since(moment.now()).until(end));
    var reason = progress.stage() == Stage.ANALYSING ? NOTICED : progress.reason();
    var notices = isEndless(again) ? List.<Notice>of() : List.of(Notice.warning(NOTICED));
    return Optional.of(new Decision.Move(again.because(reason), notices));
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
