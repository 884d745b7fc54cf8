package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from a structural schema how its values are merged. */
final class CrdShape {
  private static final Shape STRING = new Shape.Scalar("string");
  private static final Map<String, String> SCALARS =
      Map.of("string", "string", "integer", "int64", "number", "number", "boolean", "bool");

  private CrdShape() {}

  /** The shape of a whole object: metadata and the rest that every object has included. */
  static Shape of(JsonNode schema) {
    var fields = fields(schema);
    addObjectFields(fields);
    return new Shape.Struct("", fields, false, preserves(schema));
  }

  private static void addObjectFields(Map<String, Shape> fields) {
    fields.put("apiVersion", STRING);
    fields.put("kind", STRING);
    fields.put("metadata", BuiltinTypes.metadata());
  }

  private static Map<String, Shape> fields(JsonNode schema) {
    var fields = new LinkedHashMap<String, Shape>();
    schema.path("properties").properties().forEach(e -> fields.put(e.getKey(), part(e.getValue())));
    return fields;
  }

  private static Shape part(JsonNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      return new Shape.Scalar("intOrString");
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> list(schema);
      case String type when SCALARS.containsKey(type) ->
          new Shape.Scalar(SCALARS.getOrDefault(type, type));
      default -> Shape.Any.ANY;
    };
  }

  private static Shape object(JsonNode schema) {
    var atomic = schema.path("x-kubernetes-map-type").asText().equals("atomic");
    var embedded = schema.path("x-kubernetes-embedded-resource").asBoolean();
    var values = schema.path("additionalProperties");
    if (values.isObject() || values.asBoolean()) {
      return new Shape.MapOf(values.isObject() ? part(values) : Shape.Any.ANY, atomic);
    }
    var fields = fields(schema);
    if (embedded) {
      addObjectFields(fields);
    }
    return new Shape.Struct("", fields, atomic, preserves(schema));
  }

  private static Shape list(JsonNode schema) {
    var item = part(schema.path("items"));
    var patch = Shape.ListOf.Patch.REPLACE;
    return switch (schema.path("x-kubernetes-list-type").asText()) {
      case "set" -> new Shape.ListOf(item, Shape.ListOf.Kind.SET, List.of(), Map.of(), patch);
      case "map" -> {
        var keys = new ArrayList<String>();
        var defaults = new HashMap<String, JsonNode>();
        for (var key : schema.path("x-kubernetes-list-map-keys")) {
          keys.add(key.asText());
          var initial = schema.path("items").path("properties").path(key.asText()).get("default");
          if (initial != null) {
            defaults.put(key.asText(), initial);
          }
        }
        yield new Shape.ListOf(item, Shape.ListOf.Kind.MAP, keys, defaults, patch);
      }
      default -> new Shape.ListOf(item, Shape.ListOf.Kind.ATOMIC, List.of(), Map.of(), patch);
    };
  }

  private static boolean preserves(JsonNode schema) {
    return schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
  }
}
