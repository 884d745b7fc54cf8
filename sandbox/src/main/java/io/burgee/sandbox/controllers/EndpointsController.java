package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.Selectors;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.util.Comparator;
import java.util.List;

/** Endpoints and EndpointSlices: which pods a Service leads to. */
final class EndpointsController {
  private static final String SERVICE_LABEL = "kubernetes.io/service-name";

  private final Cluster cluster;
  private final WorkQueue queue;

  EndpointsController(Cluster cluster, SimulatedTime time) {
    this.cluster = cluster;
    this.queue = new WorkQueue(time, this::reconcile);
  }

  void onService(Cluster.Event event) {
    queue.add(Key.of(event.object()));
  }

  void onPod(Cluster.Event event) {
    var labels = Fields.labels(event.object());
    for (var service : cluster.list(Resource.SERVICES, Fields.namespace(event.object()))) {
      if (Selectors.matchesMap(service.at("/spec/selector"), labels)) {
        queue.add(Key.of(service));
      }
    }
  }

  private void reconcile(Key key) {
    var found = cluster.get(Resource.SERVICES, key);
    if (found.isEmpty()) {
      cluster.delete(Resource.ENDPOINTS, key); // the slice is collected with its owner
      return;
    }
    var service = found.get();
    if (service.at("/spec/selector").isEmpty() || Fields.isDeleting(service)) {
      return;
    }
    var pods =
        cluster.list(Resource.PODS, key.namespace()).stream()
            .filter(pod -> pod.path("status").has("podIP") && !Fields.isDeleting(pod))
            .filter(pod -> Selectors.matchesMap(service.at("/spec/selector"), Fields.labels(pod)))
            .sorted(Comparator.comparing(Fields::name))
            .toList();
    write(Resource.ENDPOINTS, endpoints(service, pods));
    write(Resource.ENDPOINT_SLICES, slice(service, pods));
  }

  private void write(Resource resource, ObjectNode wanted) {
    var found = cluster.get(resource, Key.of(wanted));
    if (found.isEmpty()) {
      cluster.create(resource, wanted);
      return;
    }
    var copy = found.get().deepCopy();
    for (var field : List.of("subsets", "endpoints", "ports")) {
      copy.remove(field);
      if (wanted.has(field)) {
        copy.set(field, wanted.get(field));
      }
    }
    if (!copy.equals(found.get())) {
      cluster.update(resource, copy);
    }
  }

  private static ObjectNode endpoints(ObjectNode service, List<ObjectNode> pods) {
    var endpoints = Fields.object(Resource.ENDPOINTS, Key.of(service));
    if (pods.isEmpty()) {
      return endpoints;
    }
    var subset = endpoints.putArray("subsets").addObject();
    for (var pod : pods) {
      var list = Fields.isReady(pod) ? "addresses" : "notReadyAddresses";
      var address = subset.withArray("/" + list).addObject();
      address.put("ip", pod.at("/status/podIP").asText());
      address.put("nodeName", pod.at("/spec/nodeName").asText());
      address.set("targetRef", reference(pod));
    }
    ports(service, pods.getFirst(), subset);
    return endpoints;
  }

  private static ObjectNode slice(ObjectNode service, List<ObjectNode> pods) {
    var key = new Key(Fields.namespace(service), Fields.name(service) + "-v4");
    var slice = Fields.object(Resource.ENDPOINT_SLICES, key);
    slice
        .withObject("/metadata/labels")
        .put(SERVICE_LABEL, Fields.name(service))
        .put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
    Fields.setController(slice, Resource.SERVICES, service);
    slice.put("addressType", "IPv4");
    var endpoints = slice.putArray("endpoints");
    for (var pod : pods) {
      var endpoint = endpoints.addObject();
      endpoint.putArray("addresses").add(pod.at("/status/podIP").asText());
      boolean ready = Fields.isReady(pod);
      endpoint
          .putObject("conditions")
          .put("ready", ready)
          .put("serving", ready)
          .put("terminating", false);
      endpoint.put("nodeName", pod.at("/spec/nodeName").asText());
      endpoint.set("targetRef", reference(pod));
    }
    if (!pods.isEmpty()) {
      ports(service, pods.getFirst(), slice);
    }
    return slice;
  }

  private static ObjectNode reference(JsonNode pod) {
    return Fields.object()
        .put("kind", "Pod")
        .put("name", Fields.name(pod))
        .put("namespace", Fields.namespace(pod))
        .put("uid", Fields.uid(pod));
  }

  private static void ports(JsonNode service, JsonNode pod, ObjectNode into) {
    var ports = into.putArray("ports");
    for (var port : service.at("/spec/ports")) {
      var one = ports.addObject();
      one.put("port", targetPort(port, pod)).put("protocol", port.path("protocol").asText("TCP"));
      if (port.hasNonNull("name")) {
        one.set("name", port.get("name"));
      }
    }
  }

  /** A target port may be a number, a container port's name, or the Service's own port. */
  private static int targetPort(JsonNode port, JsonNode pod) {
    var target = port.path("targetPort");
    if (!target.isTextual()) {
      return target.asInt(port.path("port").asInt());
    }
    for (var container : pod.at("/spec/containers")) {
      for (var declared : container.path("ports")) {
        if (declared.path("name").asText().equals(target.asText())) {
          return declared.path("containerPort").asInt();
        }
      }
    }
    return port.path("port").asInt();
  }
}
