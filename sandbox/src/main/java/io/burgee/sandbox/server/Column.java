package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.burgee.sandbox.store.Meta;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A column of a table. {@code priority} above 0 shows it only when asked for wide output. */
record Column(
    String name,
    String type,
    String format,
    String description,
    int priority,
    BiFunction<JsonNode, Instant, JsonNode> value) {

  static final Column NAME =
      new Column(
          "Name",
          "string",
          "name",
          "Name must be unique within a namespace.",
          0,
          (object, now) -> TextNode.valueOf(Meta.name(object)));

  static final Column AGE =
      new Column(
          "Age",
          "string",
          "",
          "Time since the object was created.",
          0,
          (object, now) -> age(Meta.text(object, "creationTimestamp"), now));

  static Column text(String name, Function<JsonNode, String> value) {
    return text(name, 0, value);
  }

  static Column wide(String name, Function<JsonNode, String> value) {
    return text(name, 1, value);
  }

  /** A whole number; 0 where there is none. */
  static Column count(String name, String path) {
    return new Column(
        name,
        "integer",
        "",
        name,
        0,
        (object, now) -> LongNode.valueOf(Cells.at(object, path).asLong()));
  }

  /** A column that a definition declares. */
  static Column declared(JsonNode from) {
    var path = JsonPath.parse(from.path("jsonPath").asText());
    var type = from.path("type").asText();
    return new Column(
        from.path("name").asText(),
        type,
        from.path("format").asText(""),
        from.path("description").asText(""),
        from.path("priority").asInt(),
        (object, now) -> {
          var found = path.find(object);
          return found.isEmpty() ? NullNode.getInstance() : cell(found.getFirst(), type, now);
        });
  }

  ObjectNode definition() {
    return Json.object()
        .put("name", name)
        .put("type", type)
        .put("format", format)
        .put("description", description)
        .put("priority", priority);
  }

  JsonNode cell(JsonNode object, Instant now) {
    return value.apply(object, now);
  }

  private static Column text(String name, int priority, Function<JsonNode, String> value) {
    return new Column(
        name, "string", "", name, priority, (object, now) -> TextNode.valueOf(value.apply(object)));
  }

  private static JsonNode cell(JsonNode found, String type, Instant now) {
    return switch (type) {
      case "date" -> found.isTextual() ? age(found.asText(), now) : NullNode.getInstance();
      case "integer", "number" -> found.isNumber() ? found : NullNode.getInstance();
      case "boolean" -> found.isBoolean() ? found : NullNode.getInstance();
      default -> TextNode.valueOf(found.isValueNode() ? found.asText() : found.toString());
    };
  }

  static JsonNode age(String timestamp, Instant now) {
    return TextNode.valueOf(Ages.since(timestamp, now));
  }
}
