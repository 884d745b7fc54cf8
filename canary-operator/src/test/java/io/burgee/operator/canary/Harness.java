package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.api.Crds;
import io.burgee.kube.Clients;
import io.burgee.kube.WriteLog;
import io.burgee.metrics.Exporter;
import io.burgee.operator.workload.Inheritance;
import io.burgee.sandbox.EmbeddedCluster;
import io.burgee.sandbox.cluster.ScaledTime;
import io.burgee.sandbox.controllers.Controllers;
import io.burgee.sandbox.controllers.Delays;
import io.burgee.sandbox.controllers.EventExpiry;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.simulation.StoreCluster;
import io.burgee.sandbox.store.DeleteOptions;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import io.burgee.sandbox.store.WriteOptions;
import io.burgee.testsupport.FakePrometheus;
import io.burgee.testsupport.PrometheusReply;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.prometheus.client.CollectorRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with simulated workloads, a metrics server that answers what the test says, and
 * operators that come and go. Everything is on loopback, and gone when it is closed.
 */
final class Harness implements AutoCloseable {
  /** How many times as fast as written all intervals, deadlines and delays usually are. */
  static final double SPEED = 20;

  /** An hour, as a real server keeps them. */
  private static final Duration EVENTS_KEPT = Duration.ofHours(1);

  private static final WriteOptions USER = WriteOptions.by("kubectl-edit");

  final EmbeddedCluster cluster;
  final FakePrometheus metrics = FakePrometheus.start();
  final CollectorRegistry registry = new CollectorRegistry();
  final KubernetesClient client;
  final ReleaseHistory history;

  private final double speed;
  private final ScaledTime time;
  private final Controllers controllers;
  private final EventExpiry expiry;
  private final Exporter exporter = new Exporter(registry);
  private final Map<String, PrometheusReply> answers = new ConcurrentHashMap<>();
  private @Nullable Operator operator;

  private Harness(EmbeddedCluster cluster, boolean meshed, double speed, Duration eventsKept) {
    this.cluster = cluster;
    this.speed = speed;
    time = new ScaledTime(Clock.systemUTC(), speed);
    var simulated = new StoreCluster(store());
    controllers = Controllers.start(simulated, time, Delays.USUAL, 1);
    expiry = EventExpiry.start(simulated, time, eventsKept);
    client = Clients.connect(Config.fromKubeconfig(cluster.kubeconfig()), "test");
    client
        .load(new ByteArrayInputStream(Crds.yaml().getBytes(StandardCharsets.UTF_8)))
        .items()
        .forEach(definition -> client.resource(definition).create());
    if (meshed) {
      installMesh();
    }
    history = new ReleaseHistory(store());
    metrics.reply(query -> answers.getOrDefault(query, PrometheusReply.value(0)));
  }

  /** With Istio's types, without an operator. */
  static Harness start() {
    return new Harness(
        EmbeddedCluster.start(), true, SPEED, EVENTS_KEPT.multipliedBy((long) SPEED));
  }

  /** Everything at that speed; what the cluster forgets by and by it forgets soon. */
  static Harness atSpeed(double speed) {
    var cluster = EmbeddedCluster.builder().history(256).start();
    return new Harness(cluster, true, speed, EVENTS_KEPT.dividedBy(6));
  }

  static Harness withoutMesh() {
    return new Harness(
        EmbeddedCluster.start(), false, SPEED, EVENTS_KEPT.multipliedBy((long) SPEED));
  }

  void installMesh() {
    Demo.istioDefinitions().forEach(this::create);
  }

  Store store() {
    return cluster.store();
  }

  /** An operator that begins with empty memory; the one before must have been stopped. */
  void operate(WriteLog log) {
    operate(log, metrics.address());
  }

  void operate(WriteLog log, String metricsServer) {
    var settings =
        new Settings(
            "istio",
            metricsServer,
            new Inheritance(List.of("app", "name", "app.kubernetes.io/name"), List.of()),
            true,
            true,
            speed);
    var started =
        Operator.of(
            new Operator.Parts(
                client, settings, Optional.empty(), exporter, Clock.systemUTC(), log));
    operator = started;
    try {
      started.fill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    started.lead();
  }

  void stopOperating() {
    if (operator != null) {
      operator.close();
      operator = null;
    }
  }

  /** What the check of {@link Shop} measures in that namespace from now on. */
  void errors(String namespace, PrometheusReply reply) {
    answers.put("errors_in_" + namespace, reply);
  }

  /**
   * From now on nothing changes in the cluster but what its clients write: pods stay as they are.
   */
  void freezeWorkloads() {
    time.close();
  }

  /** How many things the operator remembers, by what they are. */
  Map<String, Integer> remembered() {
    return operator == null ? Map.of() : operator.remembered();
  }

  ResourceType type(String apiVersion, String kind) {
    return store().types().ofKind(apiVersion, kind).orElseThrow();
  }

  ObjectNode create(ObjectNode object) {
    var type = type(object.path("apiVersion").asText(), object.path("kind").asText());
    return store().create(type, object, USER);
  }

  void create(HasMetadata object) {
    client.resource(object).create();
  }

  Optional<ObjectNode> find(ResourceType type, String namespace, String name) {
    return store().get(type, type.key(namespace, name));
  }

  List<ObjectNode> list(ResourceType type, String namespace) {
    return store().list(type, namespace).objects();
  }

  /** As a user with an editor would, at once. */
  void edit(ResourceType type, String namespace, String name, Consumer<ObjectNode> change) {
    var written =
        store()
            .edit(
                type,
                type.key(namespace, name),
                Subresource.NONE,
                USER,
                object -> {
                  change.accept(object);
                  return object;
                });
    history.byHand(written);
  }

  void delete(ResourceType type, String namespace, String name) {
    store().delete(type, type.key(namespace, name), DeleteOptions.BACKGROUND);
  }

  @Override
  public void close() {
    stopOperating();
    history.close();
    expiry.close();
    controllers.close();
    time.close();
    client.close();
    metrics.close();
    cluster.close();
  }
}
