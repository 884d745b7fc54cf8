package io.burgee.operator.workload;

import io.burgee.core.Facts;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Objects;

/** The reference's rules and texts, but no replicas are not ready replicas. */
final class DeploymentReadiness {
  private DeploymentReadiness() {}

  /**
   * How far the rollout of a Deployment has come.
   *
   * @param percent of the updated replicas that must be available, at least one of them
   */
  static Facts.Readiness of(Deployment deployment, int percent) {
    var status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
    var name = deployment.getMetadata().getName();
    var wanted =
        deployment.getSpec().getReplicas() == null ? 1 : deployment.getSpec().getReplicas();
    if (Nullness.orZero(status.getObservedGeneration())
        < Nullness.orZero(deployment.getMetadata().getGeneration())) {
      return waiting("observed deployment generation less than desired generation");
    }
    if (wanted == 0) {
      return waiting("no replicas are asked for");
    }
    if (rolloutTimedOut(status)) {
      return new Facts.Readiness.Stuck(
          "deployment \"" + name + "\" exceeded its progress deadline");
    }
    var updated = Nullness.orZero(status.getUpdatedReplicas());
    var total = Nullness.orZero(status.getReplicas());
    var available = Nullness.orZero(status.getAvailableReplicas());
    if (updated < wanted) {
      return waiting(updated + " out of " + wanted + " new replicas have been updated");
    }
    if (total > updated) {
      return waiting((total - updated) + " old replicas are pending termination");
    }
    if (available < Math.max(1, updated * percent / 100)) {
      return waiting(
          "%d of %d (readyThreshold %d%%) updated replicas are available"
              .formatted(available, updated, percent));
    }
    return new Facts.Readiness.Ready();
  }

  private static Facts.Readiness waiting(String why) {
    return new Facts.Readiness.Waiting("waiting for rollout to finish: " + why);
  }

  private static boolean rolloutTimedOut(DeploymentStatus status) {
    return Nullness.<DeploymentCondition>stream(status.getConditions())
        .anyMatch(
            c ->
                "Progressing".equals(c.getType())
                    && "ProgressDeadlineExceeded".equals(c.getReason()));
  }
}
