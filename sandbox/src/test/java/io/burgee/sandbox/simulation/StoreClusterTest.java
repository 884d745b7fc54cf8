package io.burgee.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.controllers.Delays;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.WriteOptions;
import io.burgee.sandbox.traffic.TrafficSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulation on the embedded API server's own store, a hundred times as fast as life. */
class StoreClusterTest {
  private static final Key SHOP = new Key(Demo.NAMESPACE, Demo.NAME);

  private final Store store = new Store(Clock.systemUTC());
  private final StoreCluster cluster = new StoreCluster(store);
  private final Simulation simulation = start();

  private Simulation start() {
    try {
      var load = new TrafficSimulator.Load(10, 0.2);
      var options = new Simulation.Options(100, 1, Delays.USUAL, load, 0);
      return Simulation.start(cluster, Clock.systemUTC(), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    simulation.close();
    store.close();
  }

  private void install() {
    for (var object : Demo.application()) {
      var type =
          store.types().ofKind(object.path("apiVersion").asText(), object.path("kind").asText());
      store.create(type.orElseThrow(), object, WriteOptions.by("test"));
    }
  }

  private static void await(BooleanSupplier wanted) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within ten seconds");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private boolean rolledOut() {
    return cluster
        .get(Resource.DEPLOYMENTS, SHOP)
        .filter(d -> d.at("/status/availableReplicas").asInt() == 2)
        .filter(d -> d.at("/status/observedGeneration").asInt() == Fields.generation(d))
        .isPresent();
  }

  @Test
  void aDeploymentRollsOutAndThenNothingIsWritten() throws Exception {
    install();
    await(this::rolledOut);
    assertThat(cluster.list(Resource.REPLICA_SETS, Demo.NAMESPACE)).hasSize(1);

    awaitRest();
  }

  @Test
  void emptyWorkloadsComeToRestToo() throws Exception {
    install();
    create(Kinds.SERVICES, service("nobody", "nobody"));
    var set = Fields.object(Resource.DAEMON_SETS, new Key(Demo.NAMESPACE, "nowhere"));
    ObjectNode spec =
        cluster.get(Resource.DEPLOYMENTS, SHOP).orElseThrow().withObject("/spec").deepCopy();
    spec.remove(List.of("replicas", "progressDeadlineSeconds"));
    spec.withObject("/template/spec/nodeSelector").put("no-such-label", "true");
    set.set("spec", spec);
    create(Kinds.DAEMON_SETS, set);
    create(Kinds.AUTOSCALERS, autoscaler());
    await(this::rolledOut);
    cluster.update(Resource.DEPLOYMENTS, scaledToZero());
    await(() -> cluster.list(Resource.PODS, Demo.NAMESPACE).isEmpty());
    awaitRest();
  }

  /** Five polls in a row without any write. */
  private void awaitRest() throws InterruptedException {
    var quiet = new ArrayDeque<Long>();
    await(
        () -> {
          quiet.add(store.revision());
          return quiet.size() > 5 && quiet.removeFirst() == store.revision();
        });
  }

  private ObjectNode scaledToZero() {
    var deployment = cluster.get(Resource.DEPLOYMENTS, SHOP).orElseThrow().deepCopy();
    deployment.withObject("/spec").put("replicas", 0);
    return deployment;
  }

  private static ObjectNode autoscaler() {
    var scaler = Fields.object(Resource.AUTOSCALERS, SHOP);
    var spec = scaler.putObject("spec").put("minReplicas", 2).put("maxReplicas", 4);
    spec.putObject("scaleTargetRef")
        .put("apiVersion", "apps/v1")
        .put("kind", "Deployment")
        .put("name", Demo.NAME);
    return scaler;
  }

  @Test
  void trafficFollowsARouteWhoseTypeIsDefinedLater() throws Exception {
    install();
    for (var definition : Demo.istioDefinitions()) {
      store.create(Kinds.DEFINITIONS, definition, WriteOptions.by("test"));
    }
    await(
        () -> store.types().find("networking.istio.io", "v1beta1", "virtualservices").isPresent());
    create(Kinds.SERVICES, service("shop-canary", "shop"));
    cluster.create(Resource.VIRTUAL_SERVICES, route());
    await(
        () -> {
          var side =
              simulation
                  .traffic()
                  .snapshot(Demo.NAMESPACE, Demo.NAME, Duration.ofSeconds(60))
                  .canary();
          return side.requestsPerSecond() > 1;
        });
  }

  private void create(ResourceType type, ObjectNode object) {
    store.create(type, object, WriteOptions.by("test"));
  }

  private static ObjectNode service(String name, String app) {
    var service = Fields.object(Resource.SERVICES, new Key(Demo.NAMESPACE, name));
    service.withObject("/spec/selector").put("app", app);
    service.withObject("/spec").putArray("ports").addObject().put("port", 80);
    return service;
  }

  private static ObjectNode route() {
    var route = Fields.object(Resource.VIRTUAL_SERVICES, SHOP);
    var spec = route.putObject("spec");
    spec.putArray("hosts").add("shop");
    spec.withArray("/http/0/route")
        .addObject()
        .withObject("/destination")
        .put("host", "shop-canary");
    return route;
  }
}
