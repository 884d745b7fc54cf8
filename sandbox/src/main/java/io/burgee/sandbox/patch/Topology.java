package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the parts of a value that can be owned one by one are. */
final class Topology {
  private Topology() {}

  /** Whether {@code value} is owned as a whole. */
  static boolean leaf(JsonNode value, Shape shape) {
    return switch (value) {
      case ObjectNode object -> shape.atomic();
      case ArrayNode array -> shape.atomic() || !(shape instanceof Shape.ListOf);
      default -> true;
    };
  }

  /** Whether {@code name} is a field of the type, not the key of a map. */
  static boolean declared(Shape shape, String name) {
    return shape instanceof Shape.Struct struct && struct.declares(name);
  }

  /** The items of an associative list by what tells them apart; the first of equals stands. */
  static Map<PathElement, JsonNode> items(ArrayNode array, Shape shape) {
    var items = new LinkedHashMap<PathElement, JsonNode>();
    if (shape instanceof Shape.ListOf list) {
      for (int i = 0; i < array.size(); i++) {
        var item = array.get(i);
        var element = PathElement.item(list, item).orElse(PathElement.index(i));
        items.putIfAbsent(element, item);
      }
    }
    return items;
  }

  /** The parts of a value that is no leaf; of anything else there are none. */
  static Map<PathElement, JsonNode> parts(JsonNode value, Shape shape) {
    if (value instanceof ArrayNode array) {
      return items(array, shape);
    }
    var parts = new LinkedHashMap<PathElement, JsonNode>();
    value.properties().forEach(e -> parts.put(PathElement.field(e.getKey()), e.getValue()));
    return parts;
  }

  /** The shape of the part {@code element}. */
  static Shape part(Shape shape, PathElement element) {
    return element.kind() == PathElement.Kind.FIELD ? shape.field(element.text()) : shape.item();
  }

  /** The paths that an applied {@code value} claims. */
  static FieldSet claims(JsonNode value, Shape shape) {
    var builder = new FieldSet.Builder();
    claim(value, shape, builder);
    return builder.build();
  }

  private static void claim(JsonNode value, Shape shape, FieldSet.Builder into) {
    parts(value, shape)
        .forEach(
            (element, part) -> {
              var partShape = part(shape, element);
              var empty = part.isObject() && part.isEmpty();
              var named = element.kind() == PathElement.Kind.FIELD;
              if (leaf(part, partShape) || empty || !named || !declared(shape, element.text())) {
                into.add(element);
              }
              if (!leaf(part, partShape)) {
                claim(part, partShape, into.below(element));
              }
            });
  }
}
