package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shapes of the kinds that the API server itself brings. */
public final class BuiltinTypes {
  private static final TypeTable TABLE = read();
  private static final Set<String> ZEROS = Set.of("0", "false");

  private BuiltinTypes() {}

  /** The shape of a kind, or empty when it is not built in. */
  public static Optional<Shape> shape(String apiVersion, String kind) {
    return TABLE.kind(apiVersion, kind);
  }

  /** The shape of every object's {@code metadata}. */
  static Shape metadata() {
    return TABLE.type("ObjectMeta");
  }

  /**
   * What decoding {@code object} trips over, e.g. a string where a number belongs; empty when it
   * decodes, or isn't of a built-in kind. The text is what a 400 answer ends with.
   */
  public static Optional<String> decodingError(ObjectNode object) {
    return shapeOf(object).flatMap(shape -> Decoding.firstError(object, shape));
  }

  /**
   * Brings {@code object} in place into the form that decoding and encoding it would give: without
   * unknown fields, nulls, empty lists and maps and left-out zeros, with the structs that are
   * always there. Other kinds stay as they are.
   *
   * @return the paths of the unknown fields, in order
   */
  public static List<String> prune(ObjectNode object) {
    var unknown = new ArrayList<String>();
    shapeOf(object).ifPresent(shape -> prune(object, shape, "", unknown));
    return unknown;
  }

  /** Adds in place the empty structs that every object of a built-in kind has. */
  public static void addStructs(ObjectNode object) {
    shapeOf(object).ifPresent(shape -> addStructs(object, shape));
  }

  private static Optional<Shape> shapeOf(ObjectNode object) {
    return shape(object.path("apiVersion").asText(), object.path("kind").asText());
  }

  private static void addStructs(ObjectNode object, Shape shape) {
    if (shape instanceof Shape.Struct struct) {
      struct
          .everPresentFields()
          .forEach(name -> addStructs(object.withObjectProperty(name), struct.field(name)));
    }
  }

  private static void prune(JsonNode value, Shape shape, String path, List<String> unknown) {
    switch (value) {
      case ObjectNode object -> {
        for (var name : new ArrayList<>(object.propertyStream().map(e -> e.getKey()).toList())) {
          var below = path.isEmpty() ? name : path + "." + name;
          if (shape instanceof Shape.Struct struct && !struct.open() && !struct.declares(name)) {
            unknown.add(below);
            object.remove(name);
            continue;
          }
          var part = object.path(name);
          prune(part, shape.field(name), below, unknown);
          if (shape instanceof Shape.Struct && droppable(part, shape.field(name))) {
            object.remove(name);
          }
        }
        if (shape instanceof Shape.Struct struct) {
          struct
              .everPresentFields()
              .forEach(name -> addStructs(object.withObjectProperty(name), struct.field(name)));
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          prune(array.get(i), shape.item(), path + "[" + i + "]", unknown);
        }
      }
      default -> {}
    }
  }

  private static boolean droppable(JsonNode value, Shape shape) {
    return switch (shape) {
      case Shape.ListOf list -> value.isEmpty();
      case Shape.MapOf map -> value.isEmpty();
      case Shape.Scalar scalar when scalar.omitsZero() ->
          value.isNull() || value.asText().isEmpty() || ZEROS.contains(value.asText());
      default -> value.isNull();
    };
  }

  private static TypeTable read() {
    try (var resource = BuiltinTypes.class.getResourceAsStream("builtin-types.txt")) {
      if (resource == null) {
        throw new IllegalStateException("builtin-types.txt is not on the class path");
      }
      var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return new TypeTable(text.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
