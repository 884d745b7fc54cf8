package io.burgee.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.testsupport.RealCluster;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealCluster
class CrdsE2E {
  private final RealControlPlane cluster;
  private final String namespace;
  private final KubernetesClient client;

  CrdsE2E(RealControlPlane cluster) {
    this.cluster = cluster;
    this.namespace = cluster.newNamespace("crds");
    this.client = cluster.client(User.ADMIN);
  }

  @BeforeEach
  void install() {
    cluster.install(Crds.yaml());
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void theApiServerHasNothingToSayAgainstThem() {
    for (var crd : Crds.documents()) {
      var name = crd.getMetadata().getName();
      var served = client.apiextensions().v1().customResourceDefinitions().withName(name).get();
      assertThat(served.getStatus().getConditions())
          .extracting(condition -> condition.getType() + "=" + condition.getStatus())
          .containsExactlyInAnyOrder("NamesAccepted=True", "Established=True");
      assertThat(served.getSpec().getVersions()).isEqualTo(crd.getSpec().getVersions());
    }
  }

  @Test
  void kubectlPrintsTheColumns() throws IOException {
    resource(Json.read(everything().toString(), Canary.class)).create();
    var table = cluster.kubectl("get", "canaries", "-n", namespace, "-o", "wide").output();
    assertThat(table.lines().map(line -> line.trim().replaceAll(" +", " ")))
        .first()
        .isEqualTo(
            "NAME STATUS WEIGHT SUSPENDED FAILEDCHECKS INTERVAL MIRROR STEPWEIGHT STEPWEIGHTS"
                + " MAXWEIGHT LASTTRANSITIONTIME");
  }

  @Test
  void everyFieldOfACanaryIsStored() throws IOException {
    var everything = everything();
    var created = resource(Json.read(everything.toString(), Canary.class)).create();
    created.setStatus(Json.read(everything.get("status").toString(), CanaryStatus.class));
    resource(created).updateStatus();

    var stored = Json.tree(resource(created).get());
    assertThat(stored.get("spec")).isEqualTo(everything.get("spec"));
    assertThat(stored.get("status")).isEqualTo(everything.get("status"));
  }

  @Test
  void aWeightThatIsNotWholeIsStoredAndRead() throws IOException {
    var canary = everything();
    analysis(canary).remove("stepWeights");
    analysis(canary).put("stepWeight", 1.5);
    resource(Json.read(canary.toString(), Canary.class)).create();
    var read = client.resources(Canary.class).inNamespace(namespace).list().getItems();
    assertThat(read)
        .singleElement()
        .satisfies(
            one ->
                assertThat(requireNonNull(one.getSpec().getAnalysis()).getOthers())
                    .containsOnlyKeys("stepWeight"));
  }

  @Test
  void twoStrategiesAtOnceAreRefused() throws IOException {
    var canary = everything();
    analysis(canary).put("iterations", 3);
    var resource = resource(Json.read(canary.toString(), Canary.class));
    assertThatExceptionOfType(KubernetesClientException.class)
        .isThrownBy(resource::create)
        .withMessageContaining("spec.analysis");
  }

  private Resource<Canary> resource(Canary canary) {
    return client.resource(canary).inNamespace(namespace);
  }

  private static ObjectNode analysis(JsonNode canary) {
    return (ObjectNode) canary.at("/spec/analysis");
  }

  private static JsonNode everything() throws IOException {
    try (var in = CrdsE2E.class.getResourceAsStream("canary-with-everything.yaml")) {
      var text = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, JsonNode.class);
    }
  }
}
