package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kube.FakeApi.Answer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplierTest {
  private static final String SERVICE = "/api/v1/namespaces/test/services/app";
  private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/test/deployments/app-primary";
  private static final NamespacedName PRIMARY = NamespacedName.of("test", "app-primary");
  private static final Kind<Deployment> DEPLOYMENTS = Kind.of(Deployment.class);

  private static final OwnerReference CANARY =
      new OwnerReferenceBuilder()
          .withApiVersion("flagger.app/v1beta1")
          .withKind("Canary")
          .withName("app")
          .withUid("uid-canary")
          .withController(true)
          .withBlockOwnerDeletion(true)
          .build();

  private final FakeApi api = new FakeApi();
  private final KubernetesClient client = api.client();
  private final Caches caches = new Caches(client, Optional.empty());
  private final List<String> written = new ArrayList<>();
  private final Applier applier =
      new Applier(
          client,
          caches,
          new WriteLog() {
            @Override
            public void after(Write write) {
              written.add(write.toString());
            }
          });

  @BeforeEach
  void start() throws InterruptedException {
    caches.of(Kind.of(Service.class));
    caches.of(DEPLOYMENTS);
    caches.of(Caches.CONFIG_MAPS);
    caches.start(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    caches.close();
    client.close();
    api.close();
  }

  @Test
  void applyingTheSameTwiceWritesOnce() {
    assertThat(applier.apply(service(80)).wrote()).isTrue();
    var again = applier.apply(service(80));
    assertThat(again.wrote()).isFalse();
    assertThat(again.object().getMetadata().getUid()).isNotNull();
    assertThat(written).containsExactly("apply Service test/app");
  }

  @Test
  void aNewObjectIsNotForcedAndAKnownOneOfOursIsForcedAndFenced() {
    var first = applier.apply(service(80)).object().getMetadata().getResourceVersion();
    applier.apply(service(81));
    var patches = api.requests.stream().filter(r -> r.method().equals("PATCH")).toList();
    assertThat(patches).allMatch(r -> r.query().contains("fieldManager=burgee"));
    assertThat(patches).allMatch(r -> r.contentType().startsWith("application/apply-patch+yaml"));
    assertThat(patches.get(0).query()).doesNotContain("force=true");
    assertThat(patches.get(0).body()).doesNotContain("resourceVersion");
    assertThat(patches.get(1).query()).contains("force=true");
    assertThat(patches.get(1).body()).contains("\"resourceVersion\":\"" + first + "\"");
  }

  @Test
  void whatIsNotWantedAnyMoreIsNoticed() {
    applier.apply(service(80, Map.of("a", "1", "b", "2")));
    assertThat(applier.apply(service(80, Map.of("a", "1"))).wrote()).isTrue();
    assertThat(applier.apply(service(80, Map.of("a", "1"))).wrote()).isFalse();
  }

  @Test
  void aStaleViewIsRefusedAndIsTransient() {
    applier.apply(service(80));
    api.holdWatches(true);
    var theirs = api.get(SERVICE).deepCopy();
    theirs.withObject("spec").put("sessionAffinity", "ClientIP");
    api.put(SERVICE, theirs.toString());
    assertThatThrownBy(() -> applier.apply(service(81)))
        .isInstanceOf(Transient.class)
        .hasMessageContaining("apply Service test/app");
    assertThat(api.get(SERVICE).at("/spec/sessionAffinity").asText()).isEqualTo("ClientIP");
  }

  @Test
  void aFieldOfAnotherManagerOnAUsersObjectIsStalledWithItsName() {
    api.put(
        SERVICE,
        """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"app","namespace":"test"},
         "spec":{"ports":[{"port":79}]}}""");
    Eventually.eventually(
        "the user's is known",
        () -> caches.of(Kind.of(Service.class)).get("test", "app").isPresent());
    api.answer(
        r ->
            r.method().equals("PATCH") && !r.query().contains("force=true")
                ? Optional.of(
                    Answer.failure(
                        409,
                        "Conflict",
                        "Apply failed with 1 conflict",
                        """
                        "causes":[{"reason":"FieldManagerConflict","field":".spec.ports",
                        "message":"conflict with \\"kubectl\\" using v1"}]"""))
                : Optional.empty());
    assertThatThrownBy(() -> applier.apply(service(80)))
        .isInstanceOf(Stalled.class)
        .hasMessageContaining("kubectl")
        .hasMessageContaining(".spec.ports");
  }

  @Test
  void anAnswerThatNeverCoversWhatIsWantedIsNotAskedForAgain() {
    applier.apply(service(80));
    var normalised = api.get(SERVICE).deepCopy();
    normalised.withObject("spec").putArray("ports").addObject().put("port", 9999);
    api.answer(
        r -> {
          if (!r.method().equals("PATCH")) {
            return Optional.empty();
          }
          api.put(SERVICE, normalised.toString());
          return Optional.of(new Answer(200, api.get(SERVICE).toString()));
        });
    assertThat(applier.apply(service(81)).wrote()).isTrue();
    assertThat(applier.apply(service(81)).wrote()).isFalse();
  }

  @Test
  void replacingKeepsReplicasFinalizersAndTheControllersNotes() {
    applier.replace(deployment("v1", 1));
    var live = api.get(DEPLOYMENT).deepCopy();
    live.withObject("spec").put("replicas", 5);
    live.withObject("metadata")
        .withObject("annotations")
        .put("deployment.kubernetes.io/revision", "3")
        .put("users", "own");
    live.withObject("metadata").putArray("finalizers").add("keep.example/me");
    live.withObject("status").put("replicas", 5);
    api.put(DEPLOYMENT, live.toString());
    Eventually.eventually("scaled", () -> replicas() == 5);
    assertThat(applier.replace(deployment("v1", 1)).wrote()).isFalse();
    assertThat(applier.replace(deployment("v2", 1)).wrote()).isTrue();
    var now = api.get(DEPLOYMENT);
    assertThat(now.at("/spec/replicas").asInt()).isEqualTo(5);
    assertThat(now.at("/metadata/finalizers/0").asText()).isEqualTo("keep.example/me");
    assertThat(now.at("/metadata/annotations").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(Applier.WANTED, "deployment.kubernetes.io/revision");
    assertThat(now.at("/status/replicas").asInt()).isEqualTo(5);
    assertThat(applier.replace(deployment("v2", 1)).wrote()).isFalse();
  }

  @Test
  void aTemplateThatLostAFieldIsReplaced() {
    applier.replace(deployment("v1", 1));
    var without = deployment("v1", 1);
    without.getSpec().getTemplate().getMetadata().setAnnotations(null);
    assertThat(applier.replace(without).wrote()).isTrue();
    assertThat(api.get(DEPLOYMENT).at("/spec/template/metadata").has("annotations")).isFalse();
  }

  @Test
  void creatingAWorkloadKeepsTheReplicasThatItStartsWith() {
    applier.replace(deployment("v1", 3));
    assertThat(api.get(DEPLOYMENT).at("/spec/replicas").asInt()).isEqualTo(3);
  }

  @Test
  void scalingIsFencedAndSeenAtOnceAsNotYetObserved() {
    applier.replace(deployment("v1", 1));
    api.holdWatches(true);
    var scaled = applier.scale(DEPLOYMENTS, PRIMARY, 4);
    assertThat(scaled.wrote()).isTrue();
    assertThat(replicas()).isEqualTo(4);
    assertThat(scaled.object().getMetadata().getGeneration())
        .isEqualTo(api.get(DEPLOYMENT).at("/metadata/generation").asLong());
    assertThat(applier.scale(DEPLOYMENTS, PRIMARY, 4).wrote()).isFalse();
    var theirs = api.get(DEPLOYMENT).deepCopy();
    theirs.withObject("spec").put("replicas", 9);
    api.put(DEPLOYMENT, theirs.toString());
    assertThatThrownBy(() -> applier.scale(DEPLOYMENTS, PRIMARY, 0)).isInstanceOf(Transient.class);
    assertThat(api.get(DEPLOYMENT).at("/spec/replicas").asInt()).isEqualTo(9);
  }

  @Test
  void anObjectThatChangedSinceIsNotDeleted() {
    applier.apply(service(80));
    api.holdWatches(true);
    var theirs = api.get(SERVICE).deepCopy();
    theirs.withObject("spec").put("sessionAffinity", "ClientIP");
    api.put(SERVICE, theirs.toString());
    assertThatThrownBy(
            () -> applier.delete(Kind.of(Service.class), NamespacedName.of("test", "app")))
        .isInstanceOf(Transient.class);
    assertThat(api.has(SERVICE)).isTrue();
    assertThat(applier.delete(Kind.of(Service.class), NamespacedName.of("test", "none"))).isFalse();
  }

  @Test
  void creatingWhatIsThereAnswersWhatIsThere() {
    var theirs = new ConfigMapBuilder(config("theirs")).build();
    client.configMaps().inNamespace("test").resource(theirs).create();
    var result = applier.create(config("ours"));
    assertThat(result.wrote()).isFalse();
    assertThat(result.object().getData()).containsEntry("key", "theirs");
  }

  @Test
  void aConfigMapIsComparedByItsChecksum() {
    applier.apply(config("one"));
    assertThat(applier.apply(config("one")).wrote()).isFalse();
    assertThat(applier.apply(config("two")).wrote()).isTrue();
    assertThat(api.get("/api/v1/namespaces/test/configmaps/c").at("/data/key").asText())
        .isEqualTo("two");
  }

  @Test
  void aPreviewChangesNothing() {
    assertThat(applier.preview(service(80)).getSpec().getPorts()).hasSize(1);
    assertThat(api.has(SERVICE)).isFalse();
  }

  private int replicas() {
    return caches.of(DEPLOYMENTS).get(PRIMARY).orElseThrow().getSpec().getReplicas();
  }

  private static Service service(int port) {
    return service(port, Map.of());
  }

  private static Service service(int port, Map<String, String> labels) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("app")
        .withNamespace("test")
        .withLabels(labels)
        .withOwnerReferences(CANARY)
        .endMetadata()
        .withNewSpec()
        .addNewPort()
        .withPort(port)
        .endPort()
        .endSpec()
        .build();
  }

  private static Deployment deployment(String image, int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(PRIMARY.name())
        .withNamespace(PRIMARY.namespace())
        .withOwnerReferences(CANARY)
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewTemplate()
        .withNewMetadata()
        .addToAnnotations("note", "one")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("app")
        .withImage(image)
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static ConfigMap config(String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("c")
        .withNamespace("test")
        .endMetadata()
        .addToData("key", value)
        .build();
  }
}
