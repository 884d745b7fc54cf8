package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of built-in kinds that users run into. */
public final class BuiltinValidation {
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
    selector(spec, problems);
    PodRules.check(
        spec.path("template").path("spec"), "spec.template.spec", Set.of("Always"), problems);
    if (old != null && !Json.same(old.path("spec").path("selector"), spec.path("selector"))) {
      problems.add(
          Problem.invalid("spec.selector", GoText.selector(spec.path("selector")), IMMUTABLE));
    }
  }

  private static void selector(JsonNode spec, List<Problem> problems) {
    var selector = spec.path("selector");
    if (!selector.isObject()) {
      problems.add(Problem.required("spec.selector", ""));
      return;
    }
    if (selector.isEmpty()) {
      problems.add(
          Problem.invalid(
              "spec.selector",
              GoText.selector(selector),
              "empty selector is invalid for workload"));
      return;
    }
    var labels = spec.path("template").path("metadata").path("labels");
    for (var wanted : selector.path("matchLabels").properties()) {
      if (!labels.path(wanted.getKey()).equals(wanted.getValue())) {
        problems.add(
            Problem.invalid(
                "spec.template.metadata.labels",
                GoText.map(labels),
                "`selector` does not match template `labels`"));
        return;
      }
    }
  }

  private static void service(JsonNode spec, @Nullable ObjectNode old, List<Problem> problems) {
    var type = spec.path("type").asText();
    var types = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    if (!types.contains(type)) {
      problems.add(Problem.unsupported("spec.type", spec.path("type"), types));
    }
    var headless = spec.path("clusterIP").asText().equals("None");
    var ports = spec.path("ports");
    if (ports.isEmpty() && !headless && !type.equals("ExternalName")) {
      problems.add(Problem.required("spec.ports", ""));
    }
    servicePorts(ports, problems);
    if (old != null && !type.equals("ExternalName")) {
      var before = old.path("spec").path("clusterIP");
      if (!before.isMissingNode() && !before.equals(spec.path("clusterIP"))) {
        problems.add(Problem.invalid("spec.clusterIP", spec.path("clusterIP"), IMMUTABLE));
      }
    }
  }

  private static void servicePorts(JsonNode ports, List<Problem> problems) {
    var names = new HashSet<String>();
    var numbers = new HashSet<String>();
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
      if (!numbers.add(port.path("protocol").asText() + port.path("port").asText())) {
        problems.add(Problem.duplicate(at, GoText.servicePort(port)));
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
    var min = spec.path("minReplicas").asInt();
    var max = spec.path("maxReplicas").asInt();
    if (min < 1) {
      problems.add(Problem.invalid("spec.minReplicas", min, "must be greater than or equal to 1"));
    }
    if (max < 1) {
      problems.add(Problem.invalid("spec.maxReplicas", max, "must be greater than 0"));
    }
    if (max < min) {
      problems.add(
          Problem.invalid(
              "spec.maxReplicas", max, "must be greater than or equal to `minReplicas`"));
    }
    for (var field : List.of("kind", "name")) {
      if (spec.path("scaleTargetRef").path(field).asText("").isEmpty()) {
        problems.add(Problem.required("spec.scaleTargetRef." + field, ""));
      }
    }
  }
}
