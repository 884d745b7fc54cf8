package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads and writes of object metadata. */
public final class Meta {
  private Meta() {}

  /** The metadata of {@code object}; created when it has none. */
  public static ObjectNode of(ObjectNode object) {
    return object.get("metadata") instanceof ObjectNode metadata
        ? metadata
        : object.putObject("metadata");
  }

  /** A metadata string, e.g. {@code name} or {@code uid}; empty when absent. */
  public static String text(JsonNode object, String field) {
    return object.path("metadata").path(field).asText("");
  }

  public static String name(JsonNode object) {
    return text(object, "name");
  }

  public static String namespace(JsonNode object) {
    return text(object, "namespace");
  }

  public static String uid(JsonNode object) {
    return text(object, "uid");
  }

  /** The resourceVersion; empty on an object that was never stored. */
  public static String revision(JsonNode object) {
    return text(object, "resourceVersion");
  }

  public static boolean beingDeleted(JsonNode object) {
    return object.path("metadata").hasNonNull("deletionTimestamp");
  }

  public static List<String> finalizers(JsonNode object) {
    return stream(object.path("metadata").path("finalizers")).map(JsonNode::asText).toList();
  }

  /** Sets the finalizers; none removes the field. */
  static void setFinalizers(ObjectNode object, List<String> finalizers) {
    if (finalizers.isEmpty()) {
      of(object).remove("finalizers");
    } else {
      var array = of(object).putArray("finalizers");
      finalizers.forEach(array::add);
    }
  }

  /** The objects that own {@code object}, as {@code metadata.ownerReferences} has them. */
  public static List<JsonNode> owners(JsonNode object) {
    return stream(object.path("metadata").path("ownerReferences")).toList();
  }

  static void setOrRemove(ObjectNode object, String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      object.remove(field);
    } else {
      object.set(field, value);
    }
  }

  /** A deep copy in which equal numbers are equal nodes, as if it had been parsed. */
  static ObjectNode copy(ObjectNode object) {
    return (ObjectNode) copyNode(object);
  }

  private static JsonNode copyNode(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = JsonNodeFactory.instance.objectNode();
        for (var field : object.properties()) {
          copy.set(field.getKey(), copyNode(field.getValue()));
        }
        yield copy;
      }
      case ArrayNode array -> {
        var copy = JsonNodeFactory.instance.arrayNode(array.size());
        for (var item : array) {
          copy.add(copyNode(item));
        }
        yield copy;
      }
      case JsonNode number when number.isIntegralNumber() && number.canConvertToInt() ->
          IntNode.valueOf(number.intValue());
      default -> node;
    };
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
