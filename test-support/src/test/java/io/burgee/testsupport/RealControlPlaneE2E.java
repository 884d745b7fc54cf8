package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@RealCluster
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealControlPlaneE2E {

  private static final Map<String, String> LABELS = Map.of("app", "demo");

  private final RealControlPlane plane;
  private final String namespace;

  RealControlPlaneE2E(RealControlPlane plane) {
    this.plane = plane;
    this.namespace = plane.newNamespace("plane");
  }

  @Test
  void aDeploymentBecomesAvailable() {
    try (var client = plane.client(User.OPERATOR)) {
      client.resource(deployment(2, Map.of())).create();

      Deadline.after(Duration.ofSeconds(30))
          .await("2 pods are available", () -> availablePods(client) == 2);
      assertThat(pods(client))
          .allSatisfy(pod -> assertThat(pod.getStatus().getPodIP()).isNotNull());
    }
  }

  @Test
  void aHeldPodIsScheduledAndNeverReady() {
    try (var client = plane.client(User.OPERATOR)) {
      client.resource(deployment(1, Map.of(RealControlPlane.HOLD, "yes"))).create();
      Deadline.after(Duration.ofSeconds(30))
          .await(
              "the held pod is scheduled", () -> pods(client).stream().anyMatch(this::scheduled));

      // A pod that came later and is not held overtakes it.
      client.resource(renamed(deployment(1, Map.of()), "overtakes")).create();
      Deadline.after(Duration.ofSeconds(30))
          .await("the other pod runs", () -> pods(client).stream().anyMatch(this::running));
      assertThat(availablePods(client)).isZero();

      letGo(client);
      Deadline.after(Duration.ofSeconds(30))
          .await("the new template's pod is available", () -> availablePods(client) == 1);
    }
  }

  @Test
  void aUserWithoutRightsIsRefused() {
    try (var client = plane.client(User.POWERLESS)) {
      assertThatExceptionOfType(KubernetesClientException.class)
          .isThrownBy(() -> client.apps().deployments().inNamespace(namespace).list())
          .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(403))
          .withMessageContaining(plane.userName(User.POWERLESS));
    }
  }

  @Test
  void istiosRoutesKeepEveryField() {
    plane.installIstio();
    plane.installIstio(); // as the next class will
    Map<String, Object> spec =
        Map.of("hosts", List.of("demo"), "http", List.of(Map.of("anything", Map.of("weight", 7))));

    try (var client = plane.client(User.OPERATOR)) {
      client.resource(virtualService("networking.istio.io/v1beta1", spec)).create();

      for (var version : List.of("v1", "v1beta1", "v1alpha3")) {
        var read = client.resource(virtualService("networking.istio.io/" + version, spec)).get();
        assertThat(read.<Object>get("spec")).isEqualTo(spec);
      }
    }
  }

  @Test
  void kubectlSpeaksForEveryUser() {
    assertThat(plane.kubectl("get", "namespace", namespace, "-o", "name").output().strip())
        .isEqualTo("namespace/" + namespace);
    assertThat(plane.kubectl(User.POWERLESS, "get", "nodes").stderr()).contains("Forbidden");
  }

  @Test
  void theAuditLogTellsWhoAskedForWhat() {
    assumeThat(plane.auditLog()).as("the audit log is within reach").isPresent();
    var log = plane.auditLog().orElseThrow();
    var before = Instant.now();
    try (var client = plane.client(User.OTHER)) {
      client.resource(deployment(0, Map.of())).create();
      client.apps().deployments().inNamespace(namespace).withName("demo").scale(1);
    }

    var requests = log.requests(plane.userName(User.OTHER)).between(before, Instant.now());
    var here = requests.where(request -> request.namespace().equals(namespace));
    assertThat(here.writes().counts())
        .containsEntry("create deployments.apps", 1L)
        .containsEntry("update deployments.apps/scale", 1L);
  }

  @Test
  void aSecondControlPlaneStartsBesideTheFirst() {
    assumeThat(plane.processes()).as("the control plane is our own").isNotEmpty();
    var start = System.nanoTime();
    try (var second = RealControlPlane.start(Options.defaults().withoutAudit().withNodes(1))) {
      System.out.printf("a control plane is ready after %d ms%n", millisSince(start));
      second.processes().forEach(System.out::println);
      assertThat(second.processes()).hasSize(5);
      assertThat(second.server()).isNotEqualTo(plane.server());
      assertThat(second.auditLog()).isEmpty();
    }
  }

  @Test
  void anOperatorWithARoleMayDoNoMore(@TempDir Path folder) throws IOException {
    assumeThat(plane.processes()).as("the control plane is our own").isNotEmpty();
    var role =
        Files.writeString(
            folder.resolve("role.yaml"),
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: reads-config-maps}
            rules: [{apiGroups: [""], resources: [configmaps], verbs: [list]}]
            """);
    var options = Options.defaults().withoutAudit().withNodes(0).withOperatorRole(role);

    try (var second = RealControlPlane.start(options)) {
      assertThat(second.kubectl(User.OPERATOR, "get", "configmaps").succeeded()).isTrue();
      assertThat(second.kubectl(User.OPERATOR, "get", "secrets").stderr()).contains("Forbidden");
      assertThat(second.kubectl(User.OTHER, "get", "secrets").succeeded()).isTrue();
    }
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private List<Pod> pods(KubernetesClient client) {
    return client.pods().inNamespace(namespace).withLabels(LABELS).list().getItems();
  }

  private boolean scheduled(Pod pod) {
    return pod.getSpec().getNodeName() != null;
  }

  private boolean running(Pod pod) {
    return "Running".equals(pod.getStatus().getPhase());
  }

  private int availablePods(KubernetesClient client) {
    var demo = client.apps().deployments().inNamespace(namespace).withName("demo").get();
    var available = demo.getStatus().getAvailableReplicas();
    return available == null ? 0 : available;
  }

  private void letGo(KubernetesClient client) {
    client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName("demo")
        .edit(
            held ->
                new DeploymentBuilder(held)
                    .editSpec()
                    .editTemplate()
                    .editMetadata()
                    .withAnnotations(Map.of())
                    .endMetadata()
                    .endTemplate()
                    .endSpec()
                    .build());
  }

  private static Deployment renamed(Deployment deployment, String name) {
    return new DeploymentBuilder(deployment).editMetadata().withName(name).endMetadata().build();
  }

  private Deployment deployment(int replicas, Map<String, String> podAnnotations) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("demo")
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewSelector()
        .withMatchLabels(LABELS)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(LABELS)
        .withAnnotations(podAnnotations)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("demo")
        .withImage("demo:1")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private GenericKubernetesResource virtualService(String version, Map<String, Object> spec) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(version)
        .withKind("VirtualService")
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("demo")
        .endMetadata()
        .addToAdditionalProperties("spec", spec)
        .build();
  }
}
