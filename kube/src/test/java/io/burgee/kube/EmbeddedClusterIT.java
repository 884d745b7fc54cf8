package io.burgee.kube;

import static io.burgee.kube.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kube.EventRecorder.Delivery;
import io.burgee.kube.EventRecorder.Notice;
import io.burgee.sandbox.EmbeddedCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The module against an API server that applies, prunes and refuses as the real one. */
class EmbeddedClusterIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Kind<Service> SERVICES = Kind.of(Service.class);
  private static final Kind<Deployment> DEPLOYMENTS = Kind.of(Deployment.class);
  private static final NamespacedName APP = NamespacedName.of("default", "app");
  private static final Kind<GenericKubernetesResource> ROUTES =
      Kind.generic("mesh.example", "v1", "Route", "routes").whenServed();

  private final EmbeddedCluster cluster = EmbeddedCluster.start();
  private final KubernetesClient client = Clients.connect(config(), "test");
  private final Caches caches = new Caches(client, Optional.empty());
  private final Applier applier = new Applier(client, caches, WriteLog.NONE);
  private final Cache<Service> services = caches.of(SERVICES);
  private final Cache<Deployment> deployments = caches.of(DEPLOYMENTS);
  private final Cache<GenericKubernetesResource> routes = caches.of(ROUTES);

  @BeforeEach
  void start() throws InterruptedException {
    caches.start(SOON);
  }

  @AfterEach
  void close() {
    caches.close();
    client.close();
    cluster.close();
  }

  @Test
  void appliedObjectsAreDefaultedAndThenLeftAlone() {
    assertThat(applier.apply(service(80)).wrote()).isTrue();
    eventually("seen", () -> services.get(APP).isPresent());
    assertThat(applier.apply(service(80)).wrote()).isFalse();
    var changed = applier.apply(service(81));
    assertThat(changed.wrote()).isTrue();
    assertThat(changed.object().getSpec().getPorts()).hasSize(1);
    assertThat(new Applier(client, caches, WriteLog.NONE).apply(service(81)).wrote())
        .as("a new process with nothing in memory")
        .isFalse();
  }

  @Test
  void anotherManagersFieldOnAUsersObjectIsStalledWithItsName() {
    var theirs = new ServiceBuilder(service(80)).editMetadata().withOwnerReferences().endMetadata();
    var port = theirs.editSpec().withType("ClusterIP").endSpec().build();
    var unused =
        client
            .services()
            .inNamespace("default")
            .resource(port)
            .fieldManager("kubectl")
            .serverSideApply();
    eventually("seen", () -> services.get(APP).isPresent());
    var ours = new ServiceBuilder(port).editSpec().withType("LoadBalancer").endSpec().build();
    assertThatThrownBy(() -> applier.apply(ours))
        .isInstanceOf(Stalled.class)
        .hasMessageContaining("kubectl")
        .hasMessageContaining(".spec.type");
  }

  @Test
  void aStaleReplaceIsTransientAndScaleTakesTheFence() {
    applier.replace(deployment("app:1"));
    var scaled = applier.scale(DEPLOYMENTS, APP, 3);
    assertThat(scaled.object().getSpec().getReplicas()).isEqualTo(3);
    assertThat(deployments.get(APP).orElseThrow().getSpec().getReplicas()).isEqualTo(3);
    assertThat(applier.replace(deployment("app:1")).wrote()).isFalse();
    var replaced = applier.replace(deployment("app:2")).object();
    assertThat(replaced.getSpec().getReplicas()).isEqualTo(3);
    assertThat(replaced.getMetadata().getGeneration()).isEqualTo(3);
    var old = new DeploymentBuilder(replaced).editMetadata().withResourceVersion("1").endMetadata();
    deployments.wrote(old.build()); // older than what is known: it does not count
    assertThat(applier.scale(DEPLOYMENTS, APP, 3).wrote()).isFalse();
  }

  @Test
  void whatWasDecidedOnAnOlderObjectIsRefusedThoughTheCacheHasTheNewerOne() {
    var seen = applier.replace(deployment("app:1")).object();
    var newer = applier.scale(DEPLOYMENTS, APP, 3).object();
    assertThatThrownBy(() -> applier.fencedBy(List.of(seen)).replace(deployment("app:2")))
        .isInstanceOf(Transient.class);
    assertThatThrownBy(() -> applier.fencedBy(List.of(seen)).scale(DEPLOYMENTS, APP, 4))
        .isInstanceOf(Transient.class);
    assertThatThrownBy(() -> applier.fencedBy(List.of(seen)).delete(DEPLOYMENTS, APP))
        .isInstanceOf(Transient.class);
    var fenced = applier.fencedBy(List.of(newer));
    assertThat(fenced.replace(deployment("app:2")).wrote()).isTrue();
    assertThat(fenced.scale(DEPLOYMENTS, APP, 4).wrote()).as("after its own write").isTrue();
  }

  @Test
  void finalizersAreSetByThemselvesAndTheLastOneLetsTheObjectGo() {
    var live = applier.replace(deployment("app:1")).object();
    var held = applier.finalizers(live, List.of("example.com/hold")).orElseThrow();
    assertThat(held.getMetadata().getFinalizers()).containsExactly("example.com/hold");
    assertThatThrownBy(() -> applier.finalizers(live, List.of())).isInstanceOf(Transient.class);
    assertThat(applier.delete(DEPLOYMENTS, APP)).isTrue();
    eventually("going", () -> isGoing(deployments.get(APP)));
    assertThat(applier.finalizers(deployments.get(APP).orElseThrow(), List.of())).isEmpty();
    eventually("gone", () -> deployments.get(APP).isEmpty());
  }

  private static boolean isGoing(Optional<Deployment> deployment) {
    return deployment.filter(d -> d.getMetadata().getDeletionTimestamp() != null).isPresent();
  }

  @Test
  void statusEventsAndDeletion() {
    var live = applier.replace(deployment("app:1")).object();
    var writer = new StatusWriter<>(client, deployments, WriteLog.NONE);
    var status = new DeploymentBuilder(live).withNewStatus().withReplicas(7).endStatus().build();
    assertThat(writer.write(status, d -> d.getStatus().getReplicas() == 7).kept()).isTrue();
    assertThatThrownBy(() -> writer.write(status, d -> true)).isInstanceOf(Transient.class);
    var events = new EventRecorder(client, WriteLog.NONE, "burgee", "me");
    var notice = new Notice("one", EventRecorder.Type.NORMAL, "Synced", "told", Instant.now());
    assertThat(events.record(live, notice)).isEqualTo(Delivery.DELIVERED);
    assertThat(events.record(live, notice)).isEqualTo(Delivery.DELIVERED);
    assertThat(client.v1().events().inNamespace("default").list().getItems()).hasSize(1);
    assertThat(applier.delete(DEPLOYMENTS, APP)).isTrue();
    eventually("gone", () -> deployments.get(APP).isEmpty());
    assertThat(applier.delete(DEPLOYMENTS, APP)).isFalse();
  }

  @Test
  void aKindThatIsInstalledLaterIsFound() {
    assertThat(routes.isServed()).isFalse();
    assertThatThrownBy(() -> applier.apply(route()))
        .isInstanceOf(Stalled.class)
        .hasMessageContaining("routes.mesh.example");
    var crds = client.apiextensions().v1().customResourceDefinitions();
    var unused = crds.resource(crd()).create();
    eventually("served", () -> routes.isServed() && routes.isReady());
    assertThat(applier.apply(route()).wrote()).isTrue();
    assertThat(applier.apply(route()).wrote()).isFalse();
  }

  @Test
  void aPreviewFillsInDefaultsAndStoresNothing() {
    var preview = applier.preview(deployment("app:1"));
    assertThat(preview.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Always");
    assertThat(client.apps().deployments().inNamespace("default").list().getItems()).isEmpty();
  }

  @Test
  void leadershipPassesOn() {
    var timing =
        new Leadership.Timing(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMillis(20));
    var lease = NamespacedName.of("default", "leader");
    try (var second = new Leadership(client, lease, "b", timing, () -> {}, () -> {})) {
      try (var first = new Leadership(client, lease, "a", timing, () -> {}, () -> {})) {
        first.start();
        eventually("a leads", first::isLeader);
        second.start();
      }
      eventually("b leads", second::isLeader);
    }
  }

  private Config config() {
    return new ConfigBuilder(Config.empty()).withMasterUrl(cluster.url().toString()).build();
  }

  private Service service(int port) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("app")
        .withNamespace("default")
        .withOwnerReferences(owner())
        .endMetadata()
        .withNewSpec()
        .addToSelector("app", "app")
        .addNewPort()
        .withName("http")
        .withPort(port)
        .endPort()
        .endSpec()
        .build();
  }

  /** Something that is there: else garbage collection takes what it owns. */
  private OwnerReference owner() {
    return new OwnerReferenceBuilder()
        .withApiVersion("v1")
        .withKind("Namespace")
        .withName("default")
        .withUid(client.namespaces().withName("default").get().getMetadata().getUid())
        .withController(true)
        .build();
  }

  private static Deployment deployment(String image) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("app")
        .withNamespace("default")
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .addToMatchLabels("app", "app")
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", "app")
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

  private static GenericKubernetesResource route() {
    var route = new GenericKubernetesResource();
    route.setApiVersion("mesh.example/v1");
    route.setKind("Route");
    route.setMetadata(
        new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
            .withName("app")
            .withNamespace("default")
            .build());
    route.setAdditionalProperty("spec", java.util.Map.of("weight", 30));
    return route;
  }

  private static CustomResourceDefinition crd() {
    return new CustomResourceDefinitionBuilder()
        .withNewMetadata()
        .withName("routes.mesh.example")
        .endMetadata()
        .withNewSpec()
        .withGroup("mesh.example")
        .withScope("Namespaced")
        .withNewNames()
        .withKind("Route")
        .withPlural("routes")
        .withSingular("route")
        .endNames()
        .addNewVersion()
        .withName("v1")
        .withServed(true)
        .withStorage(true)
        .withNewSchema()
        .withNewOpenAPIV3Schema()
        .withType("object")
        .withXKubernetesPreserveUnknownFields(true)
        .endOpenAPIV3Schema()
        .endSchema()
        .endVersion()
        .endSpec()
        .build();
  }
}
