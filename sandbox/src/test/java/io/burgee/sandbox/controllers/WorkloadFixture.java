package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.FakeCluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.VirtualTime;
import java.util.List;
import java.util.function.Consumer;

/** A fake cluster in virtual time with all controllers at work. */
final class WorkloadFixture {
  static final Key SHOP = new Key("demo", "shop");

  final FakeCluster cluster = new FakeCluster();
  final VirtualTime time = new VirtualTime();
  final Controllers controllers = Controllers.start(cluster, time, Delays.USUAL, 1);

  ObjectNode workload(Resource resource, int replicas) {
    var workload = Fields.object(resource, SHOP);
    var spec = workload.putObject("spec");
    if (replicas >= 0) {
      spec.put("replicas", replicas);
    }
    spec.withObject("/selector/matchLabels").put("app", "shop");
    spec.withObject("/template/metadata/labels").put("app", "shop");
    var container = spec.withObject("/template/spec").putArray("containers").addObject();
    container.put("name", "shop").put("image", "shop:1");
    container.putArray("ports").addObject().put("name", "http").put("containerPort", 8080);
    return workload;
  }

  void deploy(int replicas) {
    cluster.create(Resource.DEPLOYMENTS, workload(Resource.DEPLOYMENTS, replicas));
    time.advance(5);
  }

  void change(Resource resource, Consumer<ObjectNode> edit) {
    var copy = cluster.get(resource, SHOP).orElseThrow().deepCopy();
    edit.accept(copy);
    cluster.update(resource, copy);
    time.settle();
  }

  void image(Resource resource, String image) {
    change(
        resource,
        object -> ((ObjectNode) object.at("/spec/template/spec/containers/0")).put("image", image));
  }

  void hold(boolean held) {
    change(
        Resource.DEPLOYMENTS,
        object -> {
          var annotations = object.withObject("/spec/template/metadata/annotations");
          annotations.remove(PodLife.HOLD);
          if (held) {
            annotations.put(PodLife.HOLD, "yes");
          }
        });
  }

  List<ObjectNode> pods() {
    return cluster.list(Resource.PODS, "demo");
  }

  long readyPods() {
    return pods().stream().filter(Fields::isReady).count();
  }

  JsonNode status(Resource resource) {
    return cluster.get(resource, SHOP).orElseThrow().path("status");
  }

  /** Status and reason of a condition, e.g. {@code True NewReplicaSetAvailable}. */
  String condition(Resource resource, String type) {
    for (var condition : status(resource).path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("status").asText() + " " + condition.path("reason").asText();
      }
    }
    return "none";
  }

  /** Lets time pass until {@code wanted}; at most a minute. */
  void until(java.util.function.BooleanSupplier wanted) {
    for (int i = 0; i < 600 && !wanted.getAsBoolean(); i++) {
      time.advance(0.1);
    }
    if (!wanted.getAsBoolean()) {
      throw new AssertionError("not within a minute");
    }
  }
}
