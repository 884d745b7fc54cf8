package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;

/** Strategic merge patch: a merge patch that merges some lists item by item. */
public final class StrategicMergePatch {
  static final String DIRECTIVE = "$patch";
  private static final String RETAIN_KEYS = "$retainKeys";
  private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
  private static final String SET_ORDER = "$setElementOrder/";

  private StrategicMergePatch() {}

  /**
   * The patched copy of {@code document}, an object of {@code shape}.
   *
   * @throws PatchRefused when the patch is malformed
   */
  public static ObjectNode apply(ObjectNode document, ObjectNode patch, Shape shape) {
    var merged = document.deepCopy();
    merge(merged, patch, shape);
    return merged;
  }

  static void merge(ObjectNode into, ObjectNode patch, Shape shape) {
    if (patch.has(DIRECTIVE)) {
      var directive = patch.get(DIRECTIVE).asText();
      switch (directive) {
        case "replace" -> {
          into.removeAll();
          patch.properties().forEach(e -> into.set(e.getKey(), e.getValue().deepCopy()));
          into.remove(DIRECTIVE);
          return;
        }
        case "delete" -> {
          into.removeAll();
          return;
        }
        case "merge" -> {}
        default -> throw unknownDirective(directive, patch);
      }
    }
    retainKeys(into, patch);
    deleteFromLists(into, patch);
    for (var change : patch.properties()) {
      if (!change.getKey().startsWith("$")) {
        mergeField(into, change, patch, shape.field(change.getKey()));
      }
    }
    reorderUntouched(into, patch, shape);
  }

  private static void mergeField(
      ObjectNode into, Map.Entry<String, JsonNode> change, ObjectNode patch, Shape shape) {
    var name = change.getKey();
    var old = into.get(name);
    switch (change.getValue()) {
      case ObjectNode object when old instanceof ObjectNode existing ->
          merge(existing, object, shape);
      case ObjectNode object -> merge(into.putObject(name), object, shape);
      case ArrayNode array when shape instanceof Shape.ListOf list && list.patch().merges() -> {
        var order = patch.get(SET_ORDER + name);
        var existing =
            old instanceof ArrayNode items ? items : JsonNodeFactory.instance.arrayNode();
        into.set(name, ListPatch.of(list).merge(existing, array, order));
      }
      case JsonNode value when value.isNull() -> into.remove(name);
      case JsonNode value -> into.set(name, value.deepCopy());
    }
  }

  private static void retainKeys(ObjectNode into, ObjectNode patch) {
    var directive = patch.get(RETAIN_KEYS);
    if (directive == null) {
      return;
    }
    if (!(directive instanceof ArrayNode keys)) {
      throw PatchRefused.badRequest("invalid patch format of retainKeys");
    }
    var retained = new HashSet<String>();
    keys.forEach(key -> retained.add(key.asText()));
    for (var change : patch.properties()) {
      var name = change.getKey();
      if (!name.startsWith("$") && !change.getValue().isNull() && !retained.contains(name)) {
        throw PatchRefused.badRequest("invalid patch format of retainKeys");
      }
    }
    into.retain(retained);
  }

  private static void deleteFromLists(ObjectNode into, ObjectNode patch) {
    for (var change : patch.properties()) {
      if (!change.getKey().startsWith(DELETE_FROM)) {
        continue;
      }
      if (!(change.getValue() instanceof ArrayNode gone)) {
        throw PatchRefused.badRequest("invalid patch format of " + change.getKey());
      }
      if (into.get(change.getKey().substring(DELETE_FROM.length())) instanceof ArrayNode list) {
        list.removeIf(item -> contains(gone, item));
      }
    }
  }

  /** An order without changes to the list's items still sorts the list. */
  private static void reorderUntouched(ObjectNode into, ObjectNode patch, Shape shape) {
    for (var change : new ArrayList<>(patch.properties())) {
      if (!change.getKey().startsWith(SET_ORDER)) {
        continue;
      }
      var name = change.getKey().substring(SET_ORDER.length());
      if (!patch.has(name)
          && into.get(name) instanceof ArrayNode existing
          && shape.field(name) instanceof Shape.ListOf list
          && list.patch().merges()) {
        var none = JsonNodeFactory.instance.arrayNode();
        into.set(name, ListPatch.of(list).merge(existing, none, change.getValue()));
      }
    }
  }

  static boolean contains(ArrayNode list, JsonNode item) {
    for (var each : list) {
      if (each.equals(item)) {
        return true;
      }
    }
    return false;
  }

  static PatchRefused unknownDirective(String directive, JsonNode patch) {
    return PatchRefused.internal(
        "unknown patch type: " + directive + " in map: " + GoMap.of(patch));
  }
}
