package io.burgee.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import org.junit.jupiter.api.Test;

class OtherControllersTest {
  private final WorkloadFixture fixture = new WorkloadFixture();

  @Test
  void aDaemonSetRunsOnEveryNode() {
    fixture.cluster.create(Resource.DAEMON_SETS, fixture.workload(Resource.DAEMON_SETS, -1));
    fixture.time.advance(5);

    assertThat(fixture.pods())
        .extracting(pod -> pod.at("/spec/nodeName").asText())
        .containsExactlyInAnyOrder("node-1", "node-2");
    var status = fixture.status(Resource.DAEMON_SETS);
    assertThat(status.path("desiredNumberScheduled").asInt()).isEqualTo(2);
    assertThat(status.path("numberReady").asInt()).isEqualTo(2);
    assertThat(status.path("updatedNumberScheduled").asInt()).isEqualTo(2);
    assertThat(status.path("numberAvailable").asInt()).isEqualTo(2);
  }

  @Test
  void aNodeSelectorThatNoNodeMeetsStopsADaemonSet() {
    fixture.cluster.create(Resource.DAEMON_SETS, fixture.workload(Resource.DAEMON_SETS, -1));
    fixture.time.advance(5);
    fixture.change(
        Resource.DAEMON_SETS,
        set -> set.withObject("/spec/template/spec/nodeSelector").put("no-such-label", "true"));
    fixture.time.advance(1);

    assertThat(fixture.pods()).isEmpty();
    assertThat(fixture.status(Resource.DAEMON_SETS).path("desiredNumberScheduled").asInt())
        .isZero();
  }

  @Test
  void aDaemonSetIsUpdatedOneNodeAtATime() {
    fixture.cluster.create(Resource.DAEMON_SETS, fixture.workload(Resource.DAEMON_SETS, -1));
    fixture.time.advance(5);
    fixture.image(Resource.DAEMON_SETS, "shop:2");

    for (int i = 0; i < 100; i++) {
      assertThat(fixture.readyPods()).isGreaterThanOrEqualTo(1);
      fixture.time.advance(0.1);
    }
    assertThat(fixture.status(Resource.DAEMON_SETS).path("updatedNumberScheduled").asInt())
        .isEqualTo(2);
    assertThat(fixture.readyPods()).isEqualTo(2);
  }

  @Test
  void anAutoscalerKeepsItsMinimumAndLeavesZeroAlone() {
    fixture.deploy(1);
    var scaler = Fields.object(Resource.AUTOSCALERS, WorkloadFixture.SHOP);
    scaler.putObject("spec").put("minReplicas", 3).put("maxReplicas", 5);
    scaler
        .withObject("/spec/scaleTargetRef")
        .put("apiVersion", "apps/v1")
        .put("kind", "Deployment")
        .put("name", "shop");
    fixture.cluster.create(Resource.AUTOSCALERS, scaler);
    fixture.time.advance(5);
    assertThat(fixture.pods()).hasSize(3);
    assertThat(fixture.status(Resource.AUTOSCALERS).path("currentReplicas").asInt()).isEqualTo(3);
    assertThat(fixture.status(Resource.AUTOSCALERS).path("desiredReplicas").asInt()).isEqualTo(3);

    fixture.change(Resource.DEPLOYMENTS, d -> d.withObject("/spec").put("replicas", 0));
    fixture.time.advance(5);
    assertThat(fixture.pods()).isEmpty();
    assertThat(fixture.condition(Resource.AUTOSCALERS, "ScalingActive"))
        .isEqualTo("False ScalingDisabled");
  }

  @Test
  void endpointsAreTheReadyPods() {
    fixture.deploy(2);
    var service = Fields.object(Resource.SERVICES, WorkloadFixture.SHOP);
    service.withObject("/spec/selector").put("app", "shop");
    service
        .withObject("/spec")
        .putArray("ports")
        .addObject()
        .put("port", 80)
        .put("targetPort", "http");
    fixture.cluster.create(Resource.SERVICES, service);
    fixture.time.advance(1);

    var endpoints = fixture.cluster.get(Resource.ENDPOINTS, WorkloadFixture.SHOP).orElseThrow();
    assertThat(endpoints.at("/subsets/0/addresses")).hasSize(2);
    assertThat(endpoints.at("/subsets/0/ports/0/port").asInt()).isEqualTo(8080);

    fixture.cluster.delete(Resource.PODS, Key.of(fixture.pods().getFirst()));
    fixture.time.advance(1);
    endpoints = fixture.cluster.get(Resource.ENDPOINTS, WorkloadFixture.SHOP).orElseThrow();
    assertThat(endpoints.at("/subsets/0/addresses")).hasSize(1);
    assertThat(endpoints.at("/subsets/0/notReadyAddresses")).hasSize(1);
    var slice = fixture.cluster.list(Resource.ENDPOINT_SLICES, "demo").getFirst();
    assertThat(slice.at("/endpoints")).hasSize(2);
    assertThat(Fields.labels(slice)).containsEntry("kubernetes.io/service-name", "shop");
  }

  @Test
  void aPodThatNoNodeFitsStaysPending() {
    var deployment = fixture.workload(Resource.DEPLOYMENTS, 1);
    deployment.withObject("/spec/template/spec/nodeSelector").put("no-such-label", "true");
    fixture.cluster.create(Resource.DEPLOYMENTS, deployment);
    fixture.time.advance(10);

    assertThat(fixture.pods())
        .singleElement()
        .satisfies(
            pod -> {
              assertThat(pod.at("/status/phase").asText()).isEqualTo("Pending");
              assertThat(Fields.conditionStatus(pod, "PodScheduled")).isEqualTo("False");
            });
  }
}
