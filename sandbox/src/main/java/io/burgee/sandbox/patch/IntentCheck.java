package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether an applied object fits its kind. */
final class IntentCheck {
  private IntentCheck() {}

  static void check(ObjectNode intent, Shape shape) {
    if (intent.path("metadata").path("managedFields").size() > 0) {
      throw PatchRefused.badRequest("metadata.managedFields must be nil");
    }
    var problems = new ArrayList<String>();
    check(intent, shape, "", problems);
    if (!problems.isEmpty()) {
      var text = problems.size() == 1 ? problems.getFirst() : lines(problems);
      throw PatchRefused.internal(
          "failed to create typed patch object (" + describe(intent) + "): " + text);
    }
  }

  private static String lines(List<String> problems) {
    return "errors:\n" + String.join("\n", problems.stream().map(each -> "  " + each).toList());
  }

  private static String describe(ObjectNode intent) {
    var metadata = intent.path("metadata");
    return metadata.path("namespace").asText("")
        + "/"
        + metadata.path("name").asText("")
        + "; "
        + (intent.path("apiVersion").asText().contains("/") ? "" : "/")
        + intent.path("apiVersion").asText()
        + ", Kind="
        + intent.path("kind").asText();
  }

  private static void check(JsonNode value, Shape shape, String path, List<String> problems) {
    switch (value) {
      case ObjectNode object when shape instanceof Shape.Struct || shape instanceof Shape.MapOf -> {
        for (var field : object.properties()) {
          var below = path + "." + field.getKey();
          if (shape instanceof Shape.Struct struct
              && !struct.open()
              && !struct.declares(field.getKey())) {
            problems.add(below + ": field not declared in schema");
          } else {
            check(field.getValue(), shape.field(field.getKey()), below, problems);
          }
        }
      }
      case ArrayNode array when shape instanceof Shape.ListOf list ->
          checkItems(array, list, path, problems);
      default -> checkForm(value, shape, path, problems);
    }
  }

  private static void checkItems(
      ArrayNode array, Shape.ListOf list, String path, List<String> problems) {
    var seen = new HashSet<PathElement>();
    for (int i = 0; i < array.size(); i++) {
      var item = array.get(i);
      var element =
          list.atomic() ? PathElement.index(i) : PathElement.item(list, item).orElse(null);
      if (element == null) {
        problems.add(
            "%s: element %d: associative list with keys has an element that omits key field %s"
                .formatted(path, i, missing(list, item)));
        continue;
      }
      if (!seen.add(element)) {
        problems.add(path + ": duplicate entries for key " + element);
      }
      check(item, list.item(), path + element, problems);
    }
  }

  private static String missing(Shape.ListOf list, JsonNode item) {
    return list.keys().stream()
        .filter(key -> !item.has(key))
        .map(key -> '"' + key + "\" (and doesn't have default value)")
        .findFirst()
        .orElse("");
  }

  private static void checkForm(JsonNode value, Shape shape, String path, List<String> problems) {
    var wanted =
        switch (shape) {
          case Shape.Struct struct -> "map";
          case Shape.MapOf map -> "map";
          case Shape.ListOf list -> "list";
          case Shape.Scalar scalar -> scalarMismatch(scalar, value);
          case Shape.Any any -> "";
        };
    if (!value.isNull() && !wanted.isEmpty()) {
      problems.add(path + ": expected " + wanted + ", got " + got(value));
    }
  }

  private static String scalarMismatch(Shape.Scalar scalar, JsonNode value) {
    return switch (scalar.type()) {
      case "string" -> value.isTextual() ? "" : "string";
      case "int32", "int64", "number" -> value.isNumber() ? "" : "numeric (int or float)";
      case "bool" -> value.isBoolean() ? "" : "boolean";
      default -> value.isContainerNode() ? "scalar" : "";
    };
  }

  private static String got(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "map";
      case ARRAY -> "list";
      case BOOLEAN -> "boolean";
      case NUMBER -> "numeric";
      default -> "string";
    };
  }
}
