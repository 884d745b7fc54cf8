package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Fills the defaults of a structural schema. */
final class Defaulting {
  private static final Set<String> OBJECT_FIELDS = Set.of("apiVersion", "kind", "metadata");

  private Defaulting() {}

  static void fillRoot(ObjectNode object, JsonNode schema) {
    for (var property : schema.path("properties").properties()) {
      if (!OBJECT_FIELDS.contains(property.getKey())) {
        member(object, property.getKey(), property.getValue());
      }
    }
  }

  private static void fill(JsonNode value, JsonNode schema) {
    switch (value) {
      case ObjectNode object -> {
        schema
            .path("properties")
            .properties()
            .forEach(p -> member(object, p.getKey(), p.getValue()));
        var additional = schema.path("additionalProperties");
        if (additional.isObject()) {
          object.properties().stream()
              .filter(each -> !schema.path("properties").has(each.getKey()))
              .forEach(each -> fill(each.getValue(), additional));
        }
      }
      case ArrayNode array -> array.forEach(item -> fill(item, schema.path("items")));
      default -> {}
    }
  }

  /** A null where the schema forbids one counts as left out if there is a default. */
  private static void member(ObjectNode object, String name, JsonNode schema) {
    var initial = schema.get("default");
    var current = object.get(name);
    var missing = current == null || (current.isNull() && !schema.path("nullable").asBoolean());
    if (missing && initial != null) {
      object.set(name, initial.deepCopy());
    }
    var now = object.get(name);
    if (now != null) {
      fill(now, schema);
    }
  }
}
