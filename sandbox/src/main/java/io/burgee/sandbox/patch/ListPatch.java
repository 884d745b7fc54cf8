package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a strategic merge patch changes a list that it merges item by item. */
record ListPatch(Shape item, String key) {

  static ListPatch of(Shape.ListOf list) {
    return new ListPatch(list.item(), list.patch().key());
  }

  /**
   * The merged list.
   *
   * @param order the wanted order of the items that the patch knows, null when it says none
   */
  ArrayNode merge(ArrayNode live, ArrayNode patch, @Nullable JsonNode order) {
    var changes = new ArrayList<JsonNode>();
    var deleted = new LinkedHashSet<JsonNode>();
    var replace = false;
    for (var change : patch) {
      switch (change.path(StrategicMergePatch.DIRECTIVE).asText()) {
        case "" -> changes.add(change);
        case "merge" -> changes.add(((ObjectNode) change).deepCopy().without("$patch"));
        case "delete" -> deleted.add(identity(change));
        case "replace" -> {
          replace = true;
          var rest = ((ObjectNode) change).deepCopy().without("$patch");
          if (!rest.isEmpty()) {
            changes.add(rest);
          }
        }
        case String directive -> throw StrategicMergePatch.unknownDirective(directive, change);
      }
    }
    if (replace) {
      return JsonNodeFactory.instance.arrayNode().addAll(changes);
    }
    var merged = merged(live, changes, deleted);
    return sorted(merged, live, changes, order);
  }

  private Map<JsonNode, JsonNode> merged(
      ArrayNode live, List<JsonNode> changes, Set<JsonNode> deleted) {
    var merged = new LinkedHashMap<JsonNode, JsonNode>();
    live.forEach(each -> merged.putIfAbsent(identity(each), each));
    merged.keySet().removeAll(deleted);
    for (var change : changes) {
      var id = identity(change);
      if (!(change instanceof ObjectNode object)) {
        merged.putIfAbsent(id, change);
        continue;
      }
      var base =
          merged.get(id) instanceof ObjectNode old
              ? old.deepCopy()
              : JsonNodeFactory.instance.objectNode();
      StrategicMergePatch.merge(base, object, item);
      merged.put(id, base);
    }
    return merged;
  }

  /**
   * Items that the patch names come in its order; the others keep their place before the first such
   * item that followed them. So new items go to the front unless an order was sent.
   */
  private ArrayNode sorted(
      Map<JsonNode, JsonNode> merged,
      ArrayNode live,
      List<JsonNode> changes,
      @Nullable JsonNode order) {
    var named = new ArrayList<JsonNode>();
    if (order instanceof ArrayNode wanted) {
      wanted.forEach(each -> named.add(identity(each)));
    }
    changes.forEach(change -> named.add(identity(change)));
    var right = new ArrayList<>(new LinkedHashSet<>(named));
    right.retainAll(merged.keySet());
    var left = new ArrayList<>(merged.keySet());
    left.removeAll(right);
    var places = new ArrayList<JsonNode>();
    live.forEach(each -> places.add(identity(each)));
    var result = JsonNodeFactory.instance.arrayNode();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      var takeLeft =
          j >= right.size() || (i < left.size() && before(left.get(i), right.get(j), places));
      result.add(merged.get(takeLeft ? left.get(i++) : right.get(j++)));
    }
    return result;
  }

  private static boolean before(JsonNode left, JsonNode right, List<JsonNode> places) {
    var l = places.indexOf(left);
    var r = places.indexOf(right);
    return l >= 0 && r >= 0 && l < r;
  }

  private JsonNode identity(JsonNode each) {
    if (key.isEmpty() || !each.isObject()) {
      return each;
    }
    var id = each.get(key);
    if (id == null) {
      throw PatchRefused.internal(
          "map: %s does not contain declared merge key: %s".formatted(GoMap.of(each), key));
    }
    return id;
  }
}
