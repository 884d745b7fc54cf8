package io.burgee.core.model;

import io.burgee.core.Stage;
import java.util.Optional;

/** What must hold when an operator has nothing more to do: I7. */
final class WaitRules {
  private WaitRules() {}

  /**
   * Checks a wait.
   *
   * @param canary as it is recorded
   * @param readable whether the target can be read; else the user has to act
   * @param minutes to the operator's own timer; negative without one
   */
  static Optional<Breach> check(Canary canary, boolean readable, int minutes, History history) {
    var p = canary.progress();
    var times = p.times();
    if (p.stage() == Stage.AT_REST
        || p.stage() == Stage.TERMINATED
        || isUsersChoice(canary)
        || !readable
        || history.told()) {
      return Optional.empty();
    }
    var ends =
        times.deadline().isPresent()
            || times.nextCheck().isPresent()
            || (p.stage() == Stage.DRAINING && times.settled().isPresent());
    if (!ends) {
      return breach("stage " + p.stage() + " has neither a deadline nor a timer");
    }
    return minutes < 0
        ? breach("stage " + p.stage() + " has an end that wakes nobody")
        : Optional.empty();
  }

  private static boolean isUsersChoice(Canary canary) {
    var p = canary.progress();
    return (canary.spec().suspended() && !canary.spec().deleted())
        || p.holds().gate().isPresent()
        || p.holds().pause().isPresent();
  }

  private static Optional<Breach> breach(String why) {
    return Optional.of(new Breach(Breach.Invariant.I7, why));
  }
}
