package io.burgee.operator.canary;

import io.burgee.api.CanaryCondition;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Phase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The conditions of a Canary: {@code Promoted} with the reference's texts, and {@code Stalled}
 * while a user has to act.
 */
final class CanaryConditions {
  private static final String PROMOTED = "Promoted";
  private static final String STALLED = "Stalled";

  private CanaryConditions() {}

  static void set(CanaryStatus status, Phase phase, String kind, Instant now) {
    put(status, promoted(phase, kind), now);
  }

  /** Whether {@link #set} would change nothing. */
  static boolean show(CanaryStatus status, Phase phase, String kind) {
    return list(status).stream().anyMatch(c -> isAbout(c, promoted(phase, kind)));
  }

  private static CanaryCondition promoted(Phase phase, String kind) {
    var condition = new CanaryCondition();
    condition.setType(PROMOTED);
    condition.setStatus(statusOf(phase));
    condition.setReason(phase.text());
    condition.setMessage(message(phase, kind));
    return condition;
  }

  private static boolean isAbout(CanaryCondition one, CanaryCondition other) {
    return Objects.equals(one.getType(), other.getType()) && saysTheSame(one, other);
  }

  /**
   * Sets or removes {@code Stalled}.
   *
   * @return whether that changed anything
   */
  static boolean stalled(CanaryStatus status, Optional<String> why, Instant now) {
    var conditions = list(status);
    var old = conditions.stream().filter(c -> STALLED.equals(c.getType())).findFirst();
    if (why.isEmpty()) {
      conditions.removeIf(c -> STALLED.equals(c.getType()));
      status.setConditions(conditions);
      return old.isPresent();
    }
    if (old.filter(c -> why.get().equals(c.getMessage())).isPresent()) {
      return false;
    }
    var condition = new CanaryCondition();
    condition.setType(STALLED);
    condition.setStatus("True");
    condition.setReason("ActionNeeded");
    condition.setMessage(why.get());
    put(status, condition, now);
    return true;
  }

  private static void put(CanaryStatus status, CanaryCondition wanted, Instant now) {
    var conditions = list(status);
    var old =
        conditions.stream().filter(c -> Objects.equals(wanted.getType(), c.getType())).findFirst();
    if (old.filter(c -> saysTheSame(c, wanted)).isPresent()) {
      return;
    }
    var second = now.truncatedTo(ChronoUnit.SECONDS);
    wanted.setLastUpdateTime(second);
    wanted.setLastTransitionTime(
        old.filter(c -> Objects.equals(c.getStatus(), wanted.getStatus()))
            .map(CanaryCondition::getLastTransitionTime)
            .orElse(second));
    old.ifPresentOrElse(
        c -> conditions.set(conditions.indexOf(c), wanted), () -> conditions.add(wanted));
    status.setConditions(conditions);
  }

  /** The reference rewrites a condition only if its status or reason differs. */
  private static boolean saysTheSame(CanaryCondition one, CanaryCondition other) {
    return Objects.equals(one.getStatus(), other.getStatus())
        && Objects.equals(one.getReason(), other.getReason())
        && Objects.equals(one.getMessage(), other.getMessage());
  }

  private static List<CanaryCondition> list(CanaryStatus status) {
    return new ArrayList<>(
        Objects.requireNonNullElse(status.getConditions(), List.<CanaryCondition>of()));
  }

  private static String statusOf(Phase phase) {
    return switch (phase) {
      case INITIALIZED, SUCCEEDED -> "True";
      case FAILED -> "False";
      case INITIALIZING,
          WAITING,
          PROGRESSING,
          WAITING_PROMOTION,
          PROMOTING,
          FINALISING,
          TERMINATING ->
          "Unknown";
    };
  }

  private static String message(Phase phase, String kind) {
    return switch (phase) {
      case INITIALIZING, TERMINATING -> "New " + kind + " detected, starting initialization.";
      case INITIALIZED -> kind + " initialization completed.";
      case WAITING, WAITING_PROMOTION -> "Waiting for approval.";
      case PROGRESSING -> "New revision detected, progressing canary analysis.";
      case PROMOTING -> "Canary analysis completed, starting primary rolling update.";
      case FINALISING -> "Canary analysis completed, routing all traffic to primary.";
      case SUCCEEDED -> "Canary analysis completed successfully, promotion finished.";
      case FAILED -> "Canary analysis failed, " + kind + " scaled to zero.";
    };
  }
}
