package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays an applied object over a live one, and takes paths out of an object. */
final class Merge {
  private Merge() {}

  /** {@code intent} wins wherever it says something; {@code live} gives the rest. */
  static JsonNode merge(@Nullable JsonNode live, JsonNode intent, Shape shape) {
    if (live == null || Topology.leaf(intent, shape) || Topology.leaf(live, shape)) {
      return intent.deepCopy();
    }
    if (live instanceof ObjectNode from && intent instanceof ObjectNode over) {
      var merged = from.deepCopy();
      for (var field : over.properties()) {
        var name = field.getKey();
        merged.set(name, merge(from.get(name), field.getValue(), shape.field(name)));
      }
      return merged;
    }
    if (live instanceof ArrayNode from && intent instanceof ArrayNode over) {
      return mergeItems(from, over, shape);
    }
    return intent.deepCopy();
  }

  /**
   * Shared items take the order of {@code intent}; items that only {@code live} has stay where they
   * are between them.
   */
  private static ArrayNode mergeItems(ArrayNode live, ArrayNode intent, Shape shape) {
    var old = Topology.items(live, shape);
    var now = Topology.items(intent, shape);
    var left = new ArrayDeque<>(old.keySet());
    var right = new ArrayDeque<>(now.keySet());
    var shared = new ArrayDeque<>(now.keySet().stream().filter(old::containsKey).toList());
    var merged = JsonNodeFactory.instance.arrayNode();
    while (!left.isEmpty() || !right.isEmpty()) {
      var l = left.peek();
      var r = right.peek();
      if (l != null
          && r != null
          && !l.equals(r)
          && now.containsKey(l)
          && !l.equals(shared.peek())) {
        left.remove(); // shared, but not the one whose turn it is: it comes with the right side
      } else if (l != null && !now.containsKey(l)) {
        merged.add(old.get(l));
        left.remove();
      } else if (r == null) {
        left.remove();
      } else {
        merged.add(merge(old.get(r), now.getOrDefault(r, intent), shape.item()));
        right.remove();
        if (r.equals(l)) {
          left.remove();
        }
        if (r.equals(shared.peek())) {
          shared.remove();
        }
      }
    }
    return merged;
  }

  /** {@code value} without the paths in {@code gone}; a container that they empty goes too. */
  static JsonNode without(JsonNode value, FieldSet gone, Shape shape) {
    if (gone.isEmpty() || Topology.leaf(value, shape)) {
      return value.deepCopy();
    }
    if (value instanceof ObjectNode object) {
      var rest = JsonNodeFactory.instance.objectNode();
      for (var field : object.properties()) {
        var element = PathElement.field(field.getKey());
        keep(field.getValue(), element, gone, shape)
            .ifPresent(part -> rest.set(field.getKey(), part));
      }
      return rest;
    }
    var rest = JsonNodeFactory.instance.arrayNode();
    Topology.parts(value, shape)
        .forEach((element, item) -> keep(item, element, gone, shape).ifPresent(rest::add));
    return rest;
  }

  private static Optional<JsonNode> keep(
      JsonNode part, PathElement element, FieldSet gone, Shape shape) {
    if (gone.has(element)) {
      return Optional.empty();
    }
    var rest = without(part, gone.below(element), Topology.part(shape, element));
    var emptied = rest.isContainerNode() && rest.isEmpty() && !part.isEmpty();
    return emptied ? Optional.empty() : Optional.of(rest);
  }
}
