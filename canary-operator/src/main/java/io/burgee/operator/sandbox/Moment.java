package io.burgee.operator.sandbox;

import io.burgee.api.BurgeeCheck;
import io.burgee.api.BurgeeStatus;
import io.burgee.api.Canary;
import io.burgee.api.CanaryCondition;
import io.burgee.api.CanaryStatus;
import io.burgee.sandbox.traffic.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that is shown of the sandbox at one time.
 *
 * @param elapsed since the sandbox was started
 * @param events messages of the Canary's events, oldest first
 */
record Moment(Duration elapsed, Instant now, Canary canary, Snapshot traffic, List<String> events) {

  String phase() {
    return Objects.requireNonNullElse(status().getPhase(), "New");
  }

  /** The canary's share as it was read back, in percent. */
  int weight() {
    return Objects.requireNonNullElse(status().getCanaryWeight(), 0);
  }

  String reason() {
    return Objects.requireNonNullElse(burgee().getReason(), "");
  }

  /** What the phase means, in Flagger's words. */
  String meaning() {
    return Objects.requireNonNullElse(status().getConditions(), List.<CanaryCondition>of()).stream()
        .filter(condition -> "Promoted".equals(condition.getType()))
        .map(condition -> Objects.requireNonNullElse(condition.getMessage(), ""))
        .findFirst()
        .orElse("");
  }

  /** Why the checks that fail do so. */
  List<String> failures() {
    return Objects.requireNonNullElse(burgee().getChecks(), List.<BurgeeCheck>of()).stream()
        .filter(check -> "Failing".equals(check.getVerdict()))
        .map(check -> Objects.requireNonNullElse(check.getWhy(), ""))
        .toList();
  }

  BurgeeStatus burgee() {
    return Objects.requireNonNullElseGet(status().getBurgee(), BurgeeStatus::new);
  }

  int run() {
    return Objects.requireNonNullElse(burgee().getRun(), 0);
  }

  boolean atRest() {
    return "AtRest".equals(burgee().getStage());
  }

  private CanaryStatus status() {
    return Objects.requireNonNullElseGet(canary.getStatus(), CanaryStatus::new);
  }
}
