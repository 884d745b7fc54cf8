package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of built-in kinds that users run into. */
public final class BuiltinValidation {
  private static final Set<String> OUTSIDE_METRICS = Set.of("Object", "External");
  private static final String IMMUTABLE = "field is immutable";

  private BuiltinValidation() {}

  /**
   * All problems of {@code object} after defaulting; {@code old} is the stored object on an update,
   * null on a create.
   */
  public static List<Problem> check(ObjectNode object, @Nullable ObjectNode old) {
    var problems = new ArrayList<Problem>();
    switch (object.path("kind").asText() + " " + object.path("apiVersion").asText()) {
      case "Deployment apps/v1", "ReplicaSet apps/v1", "DaemonSet apps/v1", "StatefulSet apps/v1" ->
          workload(object, old, problems);
      case "Pod v1" -> PodRules.check(object.path("spec"), "spec", Set.of(), problems);
      case "Service v1" -> service(object.path("spec"), old, problems);
      case "ConfigMap v1", "Secret v1" -> frozen(object, old, problems);
      case "HorizontalPodAutoscaler autoscaling/v2" -> autoscaler(object.path("spec"), problems);
      default -> {}
    }
    return problems;
  }

  private static void workload(
      ObjectNode object, @Nullable ObjectNode old, List<Problem> problems) {
    var spec = object.path("spec");
    if (spec.path("replicas").asInt() < 0) {
      problems.add(
          Problem.invalid(
              "spec.replicas", spec.path("replicas"), "must be greater than or equal to 0"));
    }
    selector(spec, object.path("kind").asText(), problems);
    PodRules.check(
        spec.path("template").path("spec"), "spec.template.spec", Set.of("Always"), problems);
    if (old != null && !Json.same(old.path("spec").path("selector"), spec.path("selector"))) {
      problems.add(Problem.invalid("spec.selector", spec.path("selector"), IMMUTABLE));
    }
  }

  private static void selector(JsonNode spec, String kind, List<Problem> problems) {
    var selector = spec.path("selector");
    if (!selector.isObject()) {
      problems.add(Problem.required("spec.selector", ""));
    } else if (selector.isEmpty()) {
      problems.add(
          Problem.invalid(
              "spec.selector",
              "{}",
              "empty selector is invalid for " + kind.toLowerCase(Locale.ROOT)));
      return;
    }
    var labels = spec.path("template").path("metadata").path("labels");
    var matches =
        selector
            .path("matchLabels")
            .propertyStream()
            .allMatch(wanted -> wanted.getValue().equals(labels.path(wanted.getKey())));
    if (!selector.isObject() || !matches) {
      problems.add(
          Problem.invalid(
              "spec.template.metadata.labels",
              GoText.sorted(labels),
              "`selector` does not match template `labels`"));
    }
  }

  private static void service(JsonNode spec, @Nullable ObjectNode old, List<Problem> problems) {
    var type = spec.path("type").asText();
    var headless = spec.path("clusterIP").asText().equals("None");
    var ports = spec.path("ports");
    if (ports.isEmpty() && !headless && !type.equals("ExternalName")) {
      problems.add(Problem.required("spec.ports", ""));
    }
    servicePorts(ports, problems);
    var types = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    if (!types.contains(type)) {
      problems.add(Problem.unsupported("spec.type", spec.path("type"), types));
    }
    duplicatePorts(ports, problems);
    if (old != null && !type.equals("ExternalName")) {
      var before = old.path("spec").path("clusterIP");
      if (!before.isMissingNode() && !before.equals(spec.path("clusterIP"))) {
        problems.add(Problem.invalid("spec.clusterIP", spec.path("clusterIP"), IMMUTABLE));
      }
    }
  }

  private static void servicePorts(JsonNode ports, List<Problem> problems) {
    var names = new HashSet<String>();
    for (int i = 0; i < ports.size(); i++) {
      var port = ports.get(i);
      var at = "spec.ports[" + i + "]";
      var name = port.path("name").asText("");
      if (name.isEmpty() && ports.size() > 1) {
        problems.add(Problem.required(at + ".name", ""));
      } else if (!name.isEmpty() && !names.add(name)) {
        problems.add(Problem.duplicate(at + ".name", port.path("name")));
      }
      PodRules.port(port.path("port"), at + ".port", problems);
      if (port.path("targetPort").isNumber()) {
        PodRules.port(port.path("targetPort"), at + ".targetPort", problems);
      }
    }
  }

  private static void duplicatePorts(JsonNode ports, List<Problem> problems) {
    var seen = new HashSet<String>();
    for (int i = 0; i < ports.size(); i++) {
      var port = ports.get(i);
      if (!seen.add(port.path("protocol").asText() + port.path("port").asText())) {
        problems.add(Problem.duplicate("spec.ports[" + i + "]", GoText.servicePort(port)));
      }
    }
  }

  private static void frozen(ObjectNode object, @Nullable ObjectNode old, List<Problem> problems) {
    if (old == null || !old.path("immutable").asBoolean()) {
      return;
    }
    if (!object.path("immutable").asBoolean()) {
      problems.add(Problem.forbidden("immutable", "field is immutable when `immutable` is set"));
    }
    for (var field : List.of("data", "binaryData")) {
      if (!object.path(field).equals(old.path(field))) {
        problems.add(Problem.forbidden(field, "field is immutable when `immutable` is set"));
      }
    }
  }

  private static void autoscaler(JsonNode spec, List<Problem> problems) {
    var reference = spec.path("scaleTargetRef");
    for (var field : List.of("kind", "name")) {
      if (reference.path(field).asText("").isEmpty()) {
        problems.add(Problem.required("spec.scaleTargetRef." + field, ""));
      }
    }
    if (reference.path("apiVersion").asText("").isEmpty()
        && !reference.path("kind").asText().equals("ReplicationController")) {
      problems.add(
          Problem.invalid(
              "spec.scaleTargetRef.apiVersion", "\"\"", "apiVersion must specify API group"));
    }
    replicaBounds(spec, problems);
  }

  private static void replicaBounds(JsonNode spec, List<Problem> problems) {
    var min = spec.path("minReplicas").asInt();
    var max = spec.path("maxReplicas").asInt();
    var scalesFrom =
        spec.path("metrics")
            .valueStream()
            .anyMatch(metric -> OUTSIDE_METRICS.contains(metric.path("type").asText()));
    if (min < 0) {
      problems.add(Problem.invalid("spec.minReplicas", min, "must be greater than or equal to 0"));
    } else if (min == 0 && !scalesFrom) {
      problems.add(
          Problem.forbidden(
              "spec.metrics",
              "must specify at least one Object or External metric to support scaling to zero"
                  + " replicas"));
    }
    if (max == 0) {
      problems.add(Problem.required("spec.maxReplicas", ""));
    } else if (max < min) {
      problems.add(
          Problem.invalid(
              "spec.maxReplicas", max, "must be greater than or equal to `minReplicas`"));
    }
  }
}
