package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.store.LabelSelector;
import io.burgee.sandbox.store.Meta;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cells of built-in types that take more than one field. */
final class Cells {
  private Cells() {}

  static JsonNode at(JsonNode object, String path) {
    var node = object;
    for (var field : path.split("\\.", -1)) {
      node = node.path(field);
    }
    return node;
  }

  static String orNone(String text) {
    return text.isEmpty() ? "<none>" : text;
  }

  static String nodeStatus(JsonNode node) {
    var ready =
        items(at(node, "status.conditions"))
            .filter(condition -> condition.path("type").asText().equals("Ready"))
            .anyMatch(condition -> condition.path("status").asText().equals("True"));
    var cordoned = at(node, "spec.unschedulable").asBoolean() ? ",SchedulingDisabled" : "";
    return (ready ? "Ready" : "NotReady") + cordoned;
  }

  static String nodeRoles(JsonNode node) {
    var prefix = "node-role.kubernetes.io/";
    return orNone(
        at(node, "metadata.labels").properties().stream()
            .filter(label -> label.getKey().startsWith(prefix))
            .map(label -> label.getKey().substring(prefix.length()))
            .collect(Collectors.joining(",")));
  }

  static String nodeAddress(JsonNode node, String type) {
    return orNone(
        items(at(node, "status.addresses"))
            .filter(address -> address.path("type").asText().equals(type))
            .map(address -> address.path("address").asText())
            .findFirst()
            .orElse(""));
  }

  static String readinessGates(JsonNode pod) {
    var gates = at(pod, "spec.readinessGates").size();
    return gates == 0 ? "<none>" : "0/" + gates;
  }

  static String podReady(JsonNode pod) {
    var ready =
        items(at(pod, "status.containerStatuses"))
            .filter(container -> container.path("ready").asBoolean())
            .count();
    return ready + "/" + at(pod, "spec.containers").size();
  }

  static String podStatus(JsonNode pod) {
    if (Meta.beingDeleted(pod)) {
      return "Terminating";
    }
    var waiting =
        items(at(pod, "status.containerStatuses"))
            .map(container -> at(container, "state.waiting.reason").asText(""))
            .filter(reason -> !reason.isEmpty())
            .findFirst();
    var reason = at(pod, "status.reason").asText("");
    return waiting.orElse(reason.isEmpty() ? at(pod, "status.phase").asText("Unknown") : reason);
  }

  static String podRestarts(JsonNode pod) {
    var restarts =
        items(at(pod, "status.containerStatuses"))
            .mapToLong(container -> container.path("restartCount").asLong())
            .sum();
    return Long.toString(restarts);
  }

  static String replicasReady(JsonNode workload) {
    return at(workload, "status.readyReplicas").asLong()
        + "/"
        + at(workload, "spec.replicas").asLong();
  }

  static String externalAddress(JsonNode service) {
    return switch (at(service, "spec.type").asText()) {
      case "ExternalName" -> at(service, "spec.externalName").asText();
      case "LoadBalancer" -> {
        var address = loadBalancer(service);
        yield address.isEmpty() ? "<pending>" : address;
      }
      default -> joined(at(service, "spec.externalIPs"), JsonNode::asText);
    };
  }

  static String loadBalancer(JsonNode object) {
    return items(at(object, "status.loadBalancer.ingress"))
        .map(entry -> entry.path("ip").asText(entry.path("hostname").asText()))
        .collect(Collectors.joining(","));
  }

  static String servicePorts(JsonNode service) {
    return joined(
        at(service, "spec.ports"),
        port -> {
          var node = port.has("nodePort") ? ":" + port.path("nodePort").asText() : "";
          return port.path("port").asText() + node + "/" + port.path("protocol").asText("TCP");
        });
  }

  static String endpoints(JsonNode endpoints) {
    var all =
        items(endpoints.path("subsets"))
            .flatMap(
                subset ->
                    items(subset.path("addresses"))
                        .flatMap(
                            address ->
                                items(subset.path("ports"))
                                    .map(
                                        port ->
                                            address.path("ip").asText()
                                                + ":"
                                                + port.path("port").asText())))
            .toList();
    var shown = String.join(",", all.subList(0, Math.min(3, all.size())));
    return orNone(all.size() > 3 ? shown + " + " + (all.size() - 3) + " more..." : shown);
  }

  static String dataCount(JsonNode object) {
    return Integer.toString(object.path("data").size() + object.path("binaryData").size());
  }

  static String lastSeen(JsonNode event) {
    return Stream.of("series.lastObservedTime", "lastTimestamp", "eventTime", "firstTimestamp")
        .map(path -> at(event, path).asText(""))
        .filter(time -> !time.isEmpty() && !time.equals("null"))
        .findFirst()
        .orElse(Meta.text(event, "creationTimestamp"));
  }

  static String firstSeen(JsonNode event) {
    var first = event.path("firstTimestamp").asText("");
    return first.isEmpty() || first.equals("null") ? lastSeen(event) : first;
  }

  static String eventSource(JsonNode event) {
    var component = at(event, "source.component").asText("");
    return component.isEmpty() ? event.path("reportingComponent").asText("") : component;
  }

  static String involvedObject(JsonNode event) {
    var object = event.path("involvedObject");
    var kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
    return kind + "/" + object.path("name").asText();
  }

  static String containers(JsonNode workload) {
    return joined(
        at(workload, "spec.template.spec.containers"), each -> each.path("name").asText());
  }

  static String images(JsonNode workload) {
    return joined(
        at(workload, "spec.template.spec.containers"), each -> each.path("image").asText());
  }

  static String selector(JsonNode workload) {
    return orNone(LabelSelector.of(at(workload, "spec.selector")).text());
  }

  static String nodeSelector(JsonNode workload) {
    return labels(at(workload, "spec.template.spec.nodeSelector"));
  }

  static String labels(JsonNode labels) {
    return orNone(LabelSelector.ofLabels(labels).text());
  }

  static String controller(JsonNode object) {
    return orNone(
        Meta.owners(object).stream()
            .filter(owner -> owner.path("controller").asBoolean())
            .map(
                owner ->
                    owner.path("kind").asText().toLowerCase(Locale.ROOT)
                        + "."
                        + owner.path("apiVersion").asText().split("/", 2)[0]
                        + "/"
                        + owner.path("name").asText())
            .collect(Collectors.joining()));
  }

  static String scaleTarget(JsonNode autoscaler) {
    var target = at(autoscaler, "spec.scaleTargetRef");
    return target.path("kind").asText() + "/" + target.path("name").asText();
  }

  static String targets(JsonNode autoscaler) {
    var current = items(at(autoscaler, "status.currentMetrics")).toList();
    var targets = items(at(autoscaler, "spec.metrics")).toList();
    var text = new StringBuilder();
    for (var i = 0; i < targets.size(); i++) {
      var name = at(targets.get(i), "resource.name").asText("");
      var wanted = at(targets.get(i), "resource.target.averageUtilization");
      var found = i < current.size() ? current.get(i) : Json.object();
      var utilization = at(found, "resource.current.averageUtilization");
      text.append(i == 0 ? "" : ", ").append(name.isEmpty() ? "" : name + ": ");
      text.append(utilization.isNumber() ? utilization.asText() + "%" : "<unknown>");
      text.append('/').append(wanted.isNumber() ? wanted.asText() + "%" : "<auto>");
    }
    return orNone(text.toString());
  }

  static String hosts(JsonNode ingress) {
    var hosts = joined(at(ingress, "spec.rules"), rule -> rule.path("host").asText("*"));
    return hosts.equals("<none>") ? "*" : hosts;
  }

  static String definedVersions(JsonNode definition) {
    return joined(at(definition, "spec.versions"), version -> version.path("name").asText());
  }

  static String shortNames(JsonNode definition) {
    return joined(at(definition, "spec.names.shortNames"), JsonNode::asText);
  }

  static boolean established(JsonNode definition) {
    return items(at(definition, "status.conditions"))
        .filter(condition -> condition.path("type").asText().equals("Established"))
        .anyMatch(condition -> condition.path("status").asText().equals("True"));
  }

  static String slicePorts(JsonNode slice) {
    return joined(slice.path("ports"), port -> port.path("port").asText());
  }

  static String sliceEndpoints(JsonNode slice) {
    return joined(slice.path("endpoints"), endpoint -> endpoint.at("/addresses/0").asText());
  }

  private static String joined(JsonNode array, Function<JsonNode, String> text) {
    return orNone(items(array).map(text).collect(Collectors.joining(",")));
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
