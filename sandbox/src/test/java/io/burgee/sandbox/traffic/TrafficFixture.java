package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.FakeCluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.VirtualTime;
import io.burgee.sandbox.promql.Evaluator;
import io.burgee.sandbox.promql.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Users of {@code demo/shop} in virtual time. */
final class TrafficFixture {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final Key SHOP = new Key("demo", "shop");

  final FakeCluster cluster = new FakeCluster();
  final VirtualTime time = new VirtualTime();
  final TrafficSimulator traffic =
      TrafficSimulator.start(cluster, time, TrafficSimulator.Load.USUAL, 7);

  TrafficFixture() {
    service("shop", "shop-primary");
    service("shop-primary", "shop-primary");
    service("shop-canary", "shop");
  }

  /** A Service that selects the pods of workload {@code app}. */
  private void service(String name, String app) {
    var service = Fields.object(Resource.SERVICES, new Key("demo", name));
    service.withObject("/spec/selector").put("app", app);
    cluster.create(Resource.SERVICES, service);
  }

  void pod(String app, boolean ready, Map<String, String> annotations) {
    var pod = Fields.object(Resource.PODS, new Key("demo", app + "-abc-" + number(app)));
    pod.withObject("/metadata/labels").put("app", app).put("pod-template-hash", "abc");
    annotations.forEach(pod.withObject("/metadata/annotations")::put);
    var owner = Fields.object(Resource.REPLICA_SETS, new Key("demo", app + "-abc"));
    Fields.setController(pod, Resource.REPLICA_SETS, owner);
    var created = cluster.create(Resource.PODS, pod).deepCopy();
    created
        .withObject("/status")
        .putArray("conditions")
        .addObject()
        .put("type", "Ready")
        .put("status", ready ? "True" : "False");
    cluster.updateStatus(Resource.PODS, created);
  }

  private int number(String app) {
    return (int)
        cluster.list(Resource.PODS, "").stream()
            .filter(pod -> app.equals(Fields.labels(pod).get("app")))
            .count();
  }

  void bothSides() {
    pod("shop-primary", true, Map.of());
    pod("shop", true, Map.of());
  }

  /** Sets the route's {@code spec}, in JSON. */
  void route(String spec) {
    var wanted = Fields.object(Resource.VIRTUAL_SERVICES, SHOP);
    wanted.set("spec", json(spec));
    var old = cluster.get(Resource.VIRTUAL_SERVICES, SHOP);
    if (old.isEmpty()) {
      cluster.create(Resource.VIRTUAL_SERVICES, wanted);
    } else {
      var copy = old.get().deepCopy();
      copy.set("spec", wanted.get("spec"));
      cluster.update(Resource.VIRTUAL_SERVICES, copy);
    }
  }

  void weights(int primary, int canary) {
    route(
        """
        {"hosts": ["shop"], "http": [{"route": [
          {"destination": {"host": "shop-primary"}, "weight": %d},
          {"destination": {"host": "shop-canary"}, "weight": %d}]}]}
        """
            .formatted(primary, canary));
  }

  private static ObjectNode json(String text) {
    try {
      return JSON.readValue(text, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one number that {@code query} gives; NaN when there is none. */
  double ask(String query) {
    return switch (Evaluator.query(query, traffic.series(), time.now())) {
      case Value.Scalar(var number) -> number;
      case Value.Vector(var elements) ->
          elements.isEmpty() ? Double.NaN : elements.getFirst().value();
      case Value.Matrix _ -> throw new AssertionError("a range is no number");
    };
  }

  /** Requests per second to a workload over the last 20 s. */
  double rate(String workload) {
    double rate =
        ask("sum(rate(istio_requests_total{destination_workload=\"" + workload + "\"}[20s]))");
    return Double.isNaN(rate) ? 0 : rate;
  }
}
