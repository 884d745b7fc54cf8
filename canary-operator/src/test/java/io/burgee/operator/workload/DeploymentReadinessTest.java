package io.burgee.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Facts;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentReadinessTest {
  private static final String WAITING = "waiting for rollout to finish: ";

  @ParameterizedTest(name = "{0} wanted, {1} in all, {2} updated, {3} available, {4}%: {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 | 4 | 4 | 4 | 100 | ready
          4 | 4 | 4 | 3 | 100 | 3 of 4 (readyThreshold 100%) updated replicas are available
          4 | 4 | 4 | 2 |  50 | ready
          4 | 4 | 4 | 1 |  50 | 1 of 4 (readyThreshold 50%) updated replicas are available
          3 | 3 | 3 | 1 |  50 | ready
          1 | 1 | 1 | 0 |  50 | 0 of 1 (readyThreshold 50%) updated replicas are available
          4 | 4 | 4 | 1 |   0 | ready
          4 | 4 | 4 | 0 |   0 | 0 of 4 (readyThreshold 0%) updated replicas are available
          4 | 4 | 3 | 4 | 100 | 3 out of 4 new replicas have been updated
          4 | 0 | 0 | 0 | 100 | 0 out of 4 new replicas have been updated
          4 | 6 | 4 | 4 | 100 | 2 old replicas are pending termination
          2 | 3 | 3 | 3 | 100 | ready
          0 | 0 | 0 | 0 | 100 | no replicas are asked for
          """)
  void readiness(int wanted, int all, int updated, int available, int percent, String expected) {
    var deployment = deployment(wanted, all, updated, available);
    assertThat(DeploymentReadiness.of(deployment, percent))
        .isEqualTo(
            expected.equals("ready")
                ? new Facts.Readiness.Ready()
                : new Facts.Readiness.Waiting(WAITING + expected));
  }

  @Test
  void aStatusOfAnEarlierSpecSaysNothing() {
    var deployment = deployment(2, 2, 2, 2);
    deployment.getMetadata().setGeneration(8L);
    assertThat(DeploymentReadiness.of(deployment, 100))
        .isEqualTo(
            new Facts.Readiness.Waiting(
                WAITING + "observed deployment generation less than desired generation"));
  }

  @Test
  void aDeploymentWithoutStatusIsNotReady() {
    var deployment = deployment(2, 2, 2, 2);
    deployment.setStatus(null);
    assertThat(DeploymentReadiness.of(deployment, 100)).isInstanceOf(Facts.Readiness.Waiting.class);
  }

  @Test
  void oneReplicaIsWantedWhereNoneIsWritten() {
    assertThat(DeploymentReadiness.of(deployment(null, 1, 1, 1), 100))
        .isEqualTo(new Facts.Readiness.Ready());
  }

  @Test
  void aMissedProgressDeadlineIsStuckEvenIfEnoughIsAvailable() {
    var deployment = deployment(2, 2, 2, 2);
    condition(deployment, "Progressing", "ProgressDeadlineExceeded");
    assertThat(DeploymentReadiness.of(deployment, 100))
        .isEqualTo(new Facts.Readiness.Stuck("deployment \"shop\" exceeded its progress deadline"));
  }

  @Test
  void aMissedDeadlineOfAnEarlierSpecIsNoReason() {
    var deployment = deployment(2, 2, 1, 1);
    condition(deployment, "Progressing", "ProgressDeadlineExceeded");
    deployment.getMetadata().setGeneration(8L);
    assertThat(DeploymentReadiness.of(deployment, 100)).isInstanceOf(Facts.Readiness.Waiting.class);
  }

  @Test
  void otherConditionsAreNoMissedDeadline() {
    var deployment = deployment(2, 2, 2, 2);
    condition(deployment, "Progressing", "NewReplicaSetAvailable");
    condition(deployment, "Available", "ProgressDeadlineExceeded");
    assertThat(DeploymentReadiness.of(deployment, 100)).isEqualTo(new Facts.Readiness.Ready());
  }

  private static void condition(Deployment deployment, String type, String reason) {
    var status = deployment.getStatus();
    deployment.setStatus(
        status.edit().addNewCondition().withType(type).withReason(reason).endCondition().build());
  }

  private static Deployment deployment(
      @Nullable Integer wanted, int all, int updated, int available) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("shop")
        .withGeneration(7L)
        .endMetadata()
        .withNewSpec()
        .withReplicas(wanted)
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(7L)
        .withReplicas(all)
        .withUpdatedReplicas(updated)
        .withAvailableReplicas(available)
        .endStatus()
        .build();
  }
}
