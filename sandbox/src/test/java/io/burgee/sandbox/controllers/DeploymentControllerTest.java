package io.burgee.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import org.junit.jupiter.api.Test;

class DeploymentControllerTest {
  private static final Resource DEPLOYMENTS = Resource.DEPLOYMENTS;

  private final WorkloadFixture fixture = new WorkloadFixture();

  @Test
  void aDeploymentGetsItsPodsAndSaysSo() {
    fixture.deploy(2);

    var status = fixture.status(DEPLOYMENTS);
    for (var count :
        new String[] {"replicas", "updatedReplicas", "readyReplicas", "availableReplicas"}) {
      assertThat(status.path(count).asInt()).as(count).isEqualTo(2);
    }
    assertThat(status.has("unavailableReplicas")).isFalse();
    assertThat(status.path("observedGeneration").asInt()).isEqualTo(1);
    assertThat(fixture.condition(DEPLOYMENTS, "Available"))
        .isEqualTo("True MinimumReplicasAvailable");
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing"))
        .isEqualTo("True NewReplicaSetAvailable");
    assertThat(fixture.pods())
        .allSatisfy(
            pod -> {
              assertThat(pod.at("/status/phase").asText()).isEqualTo("Running");
              assertThat(pod.at("/status/podIP").asText()).startsWith("10.244.");
              assertThat(pod.at("/spec/nodeName").asText()).startsWith("node-");
              assertThat(Fields.labels(pod)).containsKeys("app", "pod-template-hash");
            });
  }

  @Test
  void podsAreReadyOnlyAfterTheirDelay() {
    fixture.cluster.create(DEPLOYMENTS, fixture.workload(DEPLOYMENTS, 2));
    fixture.time.advance(1.9);

    assertThat(fixture.pods()).hasSize(2);
    assertThat(fixture.readyPods()).isZero();
    assertThat(fixture.status(DEPLOYMENTS).path("unavailableReplicas").asInt()).isEqualTo(2);
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing")).isEqualTo("True ReplicaSetUpdated");
    assertThat(fixture.condition(DEPLOYMENTS, "Available"))
        .isEqualTo("False MinimumReplicasUnavailable");

    fixture.time.advance(0.2);
    assertThat(fixture.readyPods()).isEqualTo(2);
  }

  @Test
  void aRolloutNeverHasFewerReadyPodsThanAllowed() {
    fixture.deploy(4);
    fixture.image(DEPLOYMENTS, "shop:2");

    for (int i = 0; i < 200; i++) {
      fixture.time.advance(0.1);
      assertThat(fixture.readyPods()).isGreaterThanOrEqualTo(3);
      assertThat(fixture.pods()).hasSizeLessThanOrEqualTo(5);
    }
    assertThat(fixture.pods())
        .hasSize(4)
        .allMatch(p -> p.at("/spec/containers/0/image").asText().equals("shop:2"));
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing"))
        .isEqualTo("True NewReplicaSetAvailable");
  }

  @Test
  void aReturnToAnOldTemplateReusesItsReplicaSetUnderANewRevision() {
    fixture.deploy(1);
    fixture.image(DEPLOYMENTS, "shop:2");
    fixture.time.advance(10);
    fixture.image(DEPLOYMENTS, "shop:1");
    fixture.time.advance(10);

    assertThat(fixture.cluster.list(Resource.REPLICA_SETS, "demo"))
        .hasSize(2)
        .extracting(ReplicaSets::revision)
        .containsExactlyInAnyOrder(2L, 3L);
    var deployment = fixture.cluster.get(DEPLOYMENTS, WorkloadFixture.SHOP).orElseThrow();
    assertThat(ReplicaSets.revision(deployment)).isEqualTo(3);
  }

  @Test
  void oldReplicaSetsAreKeptUpToTheHistoryLimit() {
    fixture.deploy(1);
    fixture.change(DEPLOYMENTS, d -> d.withObject("/spec").put("revisionHistoryLimit", 2));
    for (int version = 2; version < 7; version++) {
      fixture.image(DEPLOYMENTS, "shop:" + version);
      fixture.time.advance(10);
    }

    assertThat(fixture.cluster.list(Resource.REPLICA_SETS, "demo"))
        .extracting(ReplicaSets::revision)
        .containsExactlyInAnyOrder(4L, 5L, 6L);
  }

  @Test
  void heldPodsNeverBecomeReady() {
    fixture.deploy(2);
    fixture.hold(true);
    fixture.time.advance(300);

    assertThat(fixture.readyPods()).isEqualTo(2);
    assertThat(fixture.pods())
        .filteredOn(pod -> Fields.hasAnnotation(pod, PodLife.HOLD))
        .isNotEmpty()
        .allMatch(pod -> pod.at("/status/phase").asText().equals("Running"))
        .noneMatch(Fields::isReady);
  }

  @Test
  void aRolloutPastItsDeadlineSaysProgressDeadlineExceeded() {
    fixture.deploy(2);
    fixture.change(DEPLOYMENTS, d -> d.withObject("/spec").put("progressDeadlineSeconds", 60));
    fixture.hold(true);
    fixture.time.advance(59);
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing")).isEqualTo("True ReplicaSetUpdated");
    fixture.time.advance(3);
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing"))
        .isEqualTo("False ProgressDeadlineExceeded");

    fixture.hold(false);
    fixture.time.advance(10);
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing"))
        .isEqualTo("True NewReplicaSetAvailable");
    assertThat(fixture.pods()).hasSize(2).allMatch(Fields::isReady);
  }

  @Test
  void aDeploymentScaledToZeroIsAvailableWithNothing() {
    fixture.deploy(2);
    fixture.change(DEPLOYMENTS, d -> d.withObject("/spec").put("replicas", 0));
    fixture.time.advance(1);

    assertThat(fixture.pods()).isEmpty();
    var status = fixture.status(DEPLOYMENTS);
    assertThat(status.has("replicas")).isFalse();
    assertThat(status.path("observedGeneration").asInt()).isEqualTo(2);
    assertThat(fixture.condition(DEPLOYMENTS, "Available"))
        .isEqualTo("True MinimumReplicasAvailable");
  }

  @Test
  void aNewTemplateAtZeroReplicasStartsNothing() {
    fixture.deploy(0);
    fixture.image(DEPLOYMENTS, "shop:2");
    fixture.time.advance(5);

    assertThat(fixture.pods()).isEmpty();
    assertThat(fixture.condition(DEPLOYMENTS, "Progressing"))
        .isEqualTo("True NewReplicaSetAvailable");
  }

  @Test
  void aDeletedPodIsReplaced() {
    fixture.deploy(2);
    var gone = Key.of(fixture.pods().getFirst());
    fixture.cluster.delete(Resource.PODS, gone);
    fixture.time.settle();

    assertThat(fixture.pods()).hasSize(2).noneMatch(pod -> Key.of(pod).equals(gone));
    assertThat(fixture.readyPods()).isEqualTo(1);
    fixture.time.advance(3);
    assertThat(fixture.status(DEPLOYMENTS).path("readyReplicas").asInt()).isEqualTo(2);
  }

  @Test
  void podsAreAvailableOnlyAfterMinReadySeconds() {
    var deployment = fixture.workload(DEPLOYMENTS, 1);
    deployment.withObject("/spec").put("minReadySeconds", 10);
    fixture.cluster.create(DEPLOYMENTS, deployment);
    fixture.time.advance(11);
    assertThat(fixture.status(DEPLOYMENTS).path("readyReplicas").asInt()).isEqualTo(1);
    assertThat(fixture.status(DEPLOYMENTS).has("availableReplicas")).isFalse();

    fixture.time.advance(2);
    assertThat(fixture.status(DEPLOYMENTS).path("availableReplicas").asInt()).isEqualTo(1);
  }

  @Test
  void recreateStopsTheOldBeforeItStartsTheNew() {
    fixture.deploy(2);
    fixture.change(
        DEPLOYMENTS, d -> d.withObject("/spec").putObject("strategy").put("type", "Recreate"));
    fixture.image(DEPLOYMENTS, "shop:2");
    fixture.until(() -> fixture.readyPods() == 0);
    fixture.until(() -> fixture.readyPods() == 2);

    assertThat(fixture.pods())
        .hasSize(2)
        .allMatch(p -> p.at("/spec/containers/0/image").asText().equals("shop:2"));
  }

  @Test
  void nothingIsWrittenAtRest() {
    fixture.deploy(2);
    var before = fixture.cluster.get(DEPLOYMENTS, WorkloadFixture.SHOP).map(ObjectNode::toString);
    fixture.time.advance(3600);
    assertThat(fixture.cluster.get(DEPLOYMENTS, WorkloadFixture.SHOP).map(ObjectNode::toString))
        .isEqualTo(before);
  }
}
