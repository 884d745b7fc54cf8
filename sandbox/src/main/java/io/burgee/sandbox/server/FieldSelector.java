package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.store.ApiFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which field values an object must have. */
record FieldSelector(List<Term> terms) {
  private static final Set<String> GENERAL = Set.of("metadata.name", "metadata.namespace");
  private static final Set<String> EVENT =
      Set.of(
          "involvedObject.kind",
          "involvedObject.namespace",
          "involvedObject.name",
          "involvedObject.uid",
          "involvedObject.apiVersion",
          "involvedObject.resourceVersion",
          "involvedObject.fieldPath",
          "reason",
          "reportingComponent",
          "source",
          "type");
  private static final Set<String> POD =
      Set.of(
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.schedulerName",
          "spec.serviceAccountName",
          "spec.hostNetwork",
          "status.phase",
          "status.podIP",
          "status.nominatedNodeName");

  /** One comparison. */
  record Term(List<String> path, String value, boolean equal) {
    boolean matches(JsonNode object) {
      var node = object;
      for (var field : path) {
        node = node.path(field);
      }
      return node.asText("").equals(value) == equal;
    }
  }

  /** Parses the text of a {@code fieldSelector} parameter for objects of a type. */
  static FieldSelector parse(String text, Endpoint endpoint, JsonNode definition) {
    var terms = new ArrayList<Term>();
    for (var part : text.split(",", -1)) {
      if (!part.isBlank()) {
        terms.add(term(part.strip(), endpoint, definition));
      }
    }
    return new FieldSelector(terms);
  }

  boolean matches(JsonNode object) {
    return terms.stream().allMatch(term -> term.matches(object));
  }

  private static Term term(String text, Endpoint endpoint, JsonNode definition) {
    var at = text.indexOf('=');
    if (at <= 0) {
      throw ApiFailure.badRequest("invalid selector: '" + text + "'; can't understand it");
    }
    var equal = text.charAt(at - 1) != '!';
    var label = text.substring(0, equal ? at : at - 1);
    if (!supported(label, endpoint, definition)) {
      throw ApiFailure.badRequest("field label not supported: " + label);
    }
    var value = text.substring(at + 1);
    if (value.startsWith("=")) {
      value = value.substring(1);
    }
    return new Term(List.of(stored(label).split("\\.")), value, equal);
  }

  private static String stored(String label) {
    return label.equals("source")
        ? "source.component"
        : label.replace("regarding.", "involvedObject.");
  }

  private static boolean supported(String label, Endpoint endpoint, JsonNode definition) {
    if (GENERAL.contains(label)) {
      return true;
    }
    for (var field : definition.path("selectableFields")) {
      if (field.path("jsonPath").asText().equals("." + label)) {
        return true;
      }
    }
    return switch (endpoint.stored().resource().toString()) {
      case "events" -> EVENT.contains(stored(label)) || EVENT.contains(label);
      case "pods" -> POD.contains(label);
      case "secrets" -> label.equals("type");
      case "namespaces" -> label.equals("status.phase");
      case "nodes" -> label.equals("spec.unschedulable");
      case "services" -> label.equals("spec.clusterIP") || label.equals("spec.type");
      case "replicasets.apps", "jobs.batch" -> label.startsWith("status.");
      default -> false;
    };
  }
}
