package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where requests go at this moment: a view of Services, route objects and ready pods. */
record Topology(List<Apex> apexes, Map<Key, List<Backend>> backends, Set<Key> workloads) {
  /** A host that users know, and the live rules for it. */
  record Apex(Key service, RouteTable routes) {}

  private static final List<String> SIDES = List.of("-primary", "-canary");

  static Topology of(Cluster cluster) {
    var backends = new HashMap<Key, List<Backend>>();
    var pods = cluster.list(Resource.PODS, "");
    var byNamespace = pods.stream().collect(Collectors.groupingBy(Fields::namespace));
    var services = new HashMap<Key, JsonNode>();
    for (var service : cluster.list(Resource.SERVICES, "")) {
      if (!service.at("/spec/selector").isEmpty()) {
        services.put(Key.of(service), service);
        var near = byNamespace.getOrDefault(Fields.namespace(service), List.of());
        backends.put(Key.of(service), ready(service, near));
      }
    }
    var apexes = new ArrayList<Apex>();
    var routes = cluster.list(Resource.VIRTUAL_SERVICES, "");
    for (var key : services.keySet()) {
      if (!isSide(key, services)) {
        apexes.add(new Apex(key, table(key, routes)));
      }
    }
    apexes.sort((a, b) -> a.service().toString().compareTo(b.service().toString()));
    return new Topology(apexes, backends, workloads(pods));
  }

  private static List<Backend> ready(JsonNode service, List<ObjectNode> pods) {
    return pods.stream()
        .filter(Fields::isReady)
        .filter(pod -> !Fields.isDeleting(pod))
        .filter(pod -> Selectors.matchesMap(service.at("/spec/selector"), Fields.labels(pod)))
        .map(Backend::of)
        .toList();
  }

  /** Running pods are what a mesh scrapes, ready or not. */
  private static Set<Key> workloads(List<ObjectNode> pods) {
    var workloads = new HashSet<Key>();
    for (var pod : pods) {
      workloads.add(new Key(Fields.namespace(pod), Backend.workload(pod)));
      workloads.add(Key.of(pod));
    }
    return workloads;
  }

  /** Services that a release makes beside the users' own get no requests of their own. */
  private static boolean isSide(Key key, Map<Key, JsonNode> services) {
    return SIDES.stream()
        .filter(key.name()::endsWith)
        .map(end -> key.name().substring(0, key.name().length() - end.length()))
        .anyMatch(base -> services.containsKey(new Key(key.namespace(), base)));
  }

  private static RouteTable table(Key service, List<ObjectNode> routes) {
    return routes.stream()
        .filter(route -> hosts(route).contains(service))
        .findFirst()
        .map(RouteTable::of)
        .orElseGet(() -> RouteTable.straight(service.name()));
  }

  /** The Services that {@code route} is for; without hosts (a delegate) the one of its name. */
  private static List<Key> hosts(JsonNode route) {
    var namespace = Fields.namespace(route);
    var hosts = new ArrayList<Key>();
    for (var host : route.at("/spec/hosts")) {
      hosts.add(resolve(host.asText(), namespace));
    }
    if (hosts.isEmpty() || hosts.contains(new Key(namespace, "*"))) {
      hosts.add(Key.of(route));
    }
    return hosts;
  }

  /** {@code name}, {@code name.namespace} or longer; others are hosts outside the cluster. */
  static Key resolve(String host, String namespace) {
    var parts = host.split("\\.", -1);
    return new Key(parts.length > 1 ? parts[1] : namespace, parts[0]);
  }

  /** Ready pods behind {@code host} as {@code namespace} sees it. */
  List<Backend> backends(String host, String namespace) {
    return backends.getOrDefault(resolve(host, namespace), List.of());
  }
}
