package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Removes what a structural schema doesn't specify. */
final class Pruning {
  private static final Set<String> OBJECT_FIELDS = Set.of("apiVersion", "kind", "metadata");

  private final List<String> removed = new ArrayList<>();

  private Pruning() {}

  /** The removed paths, sorted. */
  static List<String> prune(ObjectNode object, JsonNode schema) {
    var pruning = new Pruning();
    pruning.members(object, schema, "", true);
    return pruning.removed.stream().sorted().toList();
  }

  private void value(JsonNode value, JsonNode schema, String path) {
    switch (value) {
      case ObjectNode object ->
          members(object, schema, path, schema.path("x-kubernetes-embedded-resource").asBoolean());
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          value(array.get(i), schema.path("items"), path + "[" + i + "]");
        }
      }
      default -> {}
    }
  }

  private void members(ObjectNode object, JsonNode schema, String path, boolean wholeObject) {
    var preserves = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    var additional = schema.path("additionalProperties");
    for (var name : object.propertyStream().map(member -> member.getKey()).toList()) {
      var below = path.isEmpty() ? name : path + "." + name;
      var declared = schema.path("properties").get(name);
      if (wholeObject && OBJECT_FIELDS.contains(name)) {
        metadata(object.path(name), below);
      } else if (declared != null) {
        member(object, name, declared, below);
      } else if (additional.isObject()) {
        member(object, name, additional, below);
      } else if (!additional.asBoolean() && !preserves) {
        removed.add(below);
        object.remove(name);
      }
    }
  }

  /** A null that the schema forbids is as good as nothing, unless a default takes its place. */
  private void member(ObjectNode object, String name, JsonNode schema, String path) {
    var value = object.path(name);
    if (value.isNull() && !schema.path("nullable").asBoolean() && !schema.has("default")) {
      object.remove(name);
    } else {
      value(value, schema, path);
    }
  }

  private void metadata(JsonNode value, String path) {
    if (path.endsWith("metadata") && value instanceof ObjectNode metadata) {
      for (var name : metadata.propertyStream().map(member -> member.getKey()).toList()) {
        if (BuiltinTypes.metadata() instanceof Shape.Struct struct && !struct.declares(name)) {
          removed.add(path + "." + name);
          metadata.remove(name);
        }
      }
    }
  }
}
