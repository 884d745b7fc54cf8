package io.burgee.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where a schema has schemas in it, by its draft. Those that are {@code true} or {@code false} are
 * left out.
 *
 * @param draft the draft's version
 */
record Subschemas(VersionFlag draft) {
  /** Keywords whose value is a schema or a list of them, and since when. */
  private static final Map<String, VersionFlag> SCHEMAS =
      Map.ofEntries(
          Map.entry("not", VersionFlag.V4),
          Map.entry("allOf", VersionFlag.V4),
          Map.entry("anyOf", VersionFlag.V4),
          Map.entry("oneOf", VersionFlag.V4),
          Map.entry("items", VersionFlag.V4),
          Map.entry("additionalItems", VersionFlag.V4),
          Map.entry("additionalProperties", VersionFlag.V4),
          Map.entry("contains", VersionFlag.V6),
          Map.entry("propertyNames", VersionFlag.V6),
          Map.entry("if", VersionFlag.V7),
          Map.entry("then", VersionFlag.V7),
          Map.entry("else", VersionFlag.V7),
          Map.entry("unevaluatedItems", VersionFlag.V201909),
          Map.entry("unevaluatedProperties", VersionFlag.V201909),
          Map.entry("prefixItems", VersionFlag.V202012));

  /** Keywords whose value has schemas by name, and since when. */
  private static final Map<String, VersionFlag> NAMED =
      Map.of(
          "properties", VersionFlag.V4,
          "patternProperties", VersionFlag.V4,
          "dependencies", VersionFlag.V4,
          "dependentSchemas", VersionFlag.V201909);

  private static final Set<String> DEFINITIONS = Set.of("definitions", "$defs");

  /** Those that say something of values. */
  void used(ObjectNode schema, Consumer<ObjectNode> each) {
    if (refersOnly(schema)) {
      return;
    }
    for (var field : schema.properties()) {
      var keyword = field.getKey();
      if (isKnown(keyword, NAMED)) {
        field.getValue().forEach(named -> give(named, each));
      } else if (isKnown(keyword, SCHEMAS) && !isIdle(keyword, schema)) {
        give(field.getValue(), each);
        if (field.getValue().isArray()) {
          field.getValue().forEach(item -> give(item, each));
        }
      }
    }
  }

  /** Those that are used if something refers to them. */
  void defined(ObjectNode schema, Consumer<ObjectNode> each) {
    for (var keyword : DEFINITIONS) {
      schema.path(keyword).forEach(named -> give(named, each));
    }
  }

  /** In old drafts nothing counts beside a reference. */
  boolean refersOnly(ObjectNode schema) {
    return draft.compareTo(VersionFlag.V201909) < 0 && schema.has("$ref");
  }

  private boolean isKnown(String keyword, Map<String, VersionFlag> since) {
    var first = since.get(keyword);
    return first != null && first.compareTo(draft) <= 0;
  }

  /** Some say nothing without another one. */
  private boolean isIdle(String keyword, ObjectNode schema) {
    return switch (keyword) {
      case "then", "else" -> !schema.has("if");
      case "additionalItems" -> draft == VersionFlag.V202012 || !schema.path("items").isArray();
      default -> false;
    };
  }

  private static void give(JsonNode schema, Consumer<ObjectNode> each) {
    if (schema instanceof ObjectNode fields) {
      each.accept(fields);
    }
  }
}
