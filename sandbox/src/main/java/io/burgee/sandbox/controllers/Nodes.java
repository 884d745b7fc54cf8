package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.Selectors;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The simulated machines. */
final class Nodes {
  private static final int COUNT = 2;

  private final Cluster cluster;

  Nodes(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Makes them, unless they are there. */
  void register(Instant wall) {
    for (int i = 1; i <= COUNT; i++) {
      var key = new Key("", "node-" + i);
      if (cluster.get(Resource.NODES, key).isEmpty()) {
        var created = cluster.create(Resource.NODES, render(key, i)).deepCopy();
        created.set("status", status(created, i, wall));
        cluster.updateStatus(Resource.NODES, created);
      }
    }
  }

  /** Those that {@code podSpec}'s node selector allows, by name. */
  List<ObjectNode> fitting(JsonNode podSpec) {
    var wanted = podSpec.path("nodeSelector");
    return cluster.list(Resource.NODES, "").stream()
        .filter(node -> wanted.isEmpty() || Selectors.matchesMap(wanted, Fields.labels(node)))
        .sorted(Comparator.comparing(Fields::name))
        .toList();
  }

  static String address(JsonNode node) {
    for (var address : node.at("/status/addresses")) {
      if (address.path("type").asText().equals("InternalIP")) {
        return address.path("address").asText();
      }
    }
    return "";
  }

  private static ObjectNode render(Key key, int number) {
    var node = Fields.object(Resource.NODES, key);
    node.withObject("/metadata/labels")
        .put("kubernetes.io/hostname", key.name())
        .put("kubernetes.io/os", "linux")
        .put("kubernetes.io/arch", "amd64");
    node.putObject("spec").put("podCIDR", "10.244." + number + ".0/24");
    return node;
  }

  private static ObjectNode status(JsonNode node, int number, Instant wall) {
    var status = Fields.object();
    for (var field : List.of("capacity", "allocatable")) {
      status.putObject(field).put("cpu", "8").put("memory", "16Gi").put("pods", "1000");
    }
    var conditions = new ConditionList(node, wall);
    conditions.set("Ready", "True", "KubeletReady", "kubelet is posting ready status");
    status.set("conditions", conditions.toJson());
    var addresses = status.putArray("addresses");
    addresses.addObject().put("type", "InternalIP").put("address", "172.18.0." + (1 + number));
    addresses.addObject().put("type", "Hostname").put("address", Fields.name(node));
    status.putObject("nodeInfo").put("kubeletVersion", "v1.34.0").put("operatingSystem", "linux");
    return status;
  }
}
