package io.burgee.operator.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.api.Canary;
import io.burgee.api.Crds;
import io.burgee.sandbox.EmbeddedCluster;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.patch.StrategicMergePatch;
import io.burgee.sandbox.schema.BuiltinTypes;
import io.burgee.sandbox.simulation.Simulation;
import io.burgee.sandbox.simulation.StoreCluster;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import io.burgee.sandbox.store.WriteOptions;
import io.burgee.sandbox.traffic.Snapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The cluster of the sandbox, the demo on it, and what is read from it to show and to judge. */
final class SandboxCluster implements AutoCloseable {
  private static final WriteOptions USER = WriteOptions.by("kubectl");

  /** Of simulated time: what the figures shown are averages of. */
  private static final Duration WINDOW = Duration.ofSeconds(4);

  private final KubernetesSerialization json = new KubernetesSerialization();
  private final EmbeddedCluster cluster;
  private final Simulation simulation;

  private SandboxCluster(EmbeddedCluster cluster, Simulation simulation) {
    this.cluster = cluster;
    this.simulation = simulation;
  }

  /** With the definitions and the demo on it; {@code port} 0 takes a free one. */
  static SandboxCluster start(int port, double speed) throws IOException {
    var cluster = EmbeddedCluster.builder().port(port).start();
    try {
      var simulation =
          Simulation.start(
              new StoreCluster(cluster.store()),
              Clock.systemUTC(),
              Simulation.Options.speed(speed));
      var sandbox = new SandboxCluster(cluster, simulation);
      sandbox.install();
      return sandbox;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void install() {
    Crds.documents().forEach(crd -> create(json.convertValue(crd, ObjectNode.class)));
    Demo.istioDefinitions().forEach(this::create);
    Demo.application().forEach(this::create);
    create(Demo.canary());
  }

  private void create(ObjectNode object) {
    var type =
        store()
            .types()
            .ofKind(object.path("apiVersion").asText(), object.path("kind").asText())
            .orElseThrow(() -> new IllegalStateException("no type for " + object));
    var _ = store().create(type, object, USER);
  }

  String url() {
    return cluster.url().toString();
  }

  String kubeconfig() {
    return cluster.kubeconfig();
  }

  /** Where the simulated traffic can be queried, as Prometheus is. */
  String prometheus() {
    return simulation.prometheus().toString();
  }

  /** Does what a user does to release a version. */
  void release(Demo.Version version) {
    var key = Kinds.DEPLOYMENTS.key(Demo.NAMESPACE, Demo.NAME);
    var shape = BuiltinTypes.shape("apps/v1", "Deployment").orElseThrow();
    var _ =
        store()
            .edit(
                Kinds.DEPLOYMENTS,
                key,
                Subresource.NONE,
                USER,
                stored -> StrategicMergePatch.apply(stored, version.patch(), shape));
  }

  Canary canary() {
    var type = type("flagger.app", "v1beta1", "canaries");
    return json.convertValue(
        store().require(type, type.key(Demo.NAMESPACE, Demo.NAME)), Canary.class);
  }

  /** All events about the Canary, oldest first. */
  List<Event> events() {
    return store().list(Kinds.EVENTS, Demo.NAMESPACE).objects().stream()
        .filter(event -> event.path("involvedObject").path("kind").asText().equals("Canary"))
        .map(event -> json.convertValue(event, Event.class))
        .sorted(
            Comparator.comparingLong(
                event -> Long.parseLong(event.getMetadata().getResourceVersion())))
        .toList();
  }

  /** What the primary runs; empty before there is one. */
  Optional<String> primaryImage() {
    return store()
        .get(Kinds.DEPLOYMENTS, Kinds.DEPLOYMENTS.key(Demo.NAMESPACE, Demo.NAME + "-primary"))
        .map(primary -> primary.at("/spec/template/spec/containers/0/image").asText());
  }

  /** How both sides do now; its count of dropped requests is since the start. */
  Snapshot traffic() {
    return simulation.traffic().snapshot(Demo.NAMESPACE, Demo.NAME, WINDOW);
  }

  private Store store() {
    return cluster.store();
  }

  private ResourceType type(String group, String version, String plural) {
    return store()
        .types()
        .find(group, version, plural)
        .orElseThrow(() -> new IllegalStateException("no " + plural + " in the sandbox"));
  }

  @Override
  public void close() {
    simulation.close();
    cluster.close();
  }
}
