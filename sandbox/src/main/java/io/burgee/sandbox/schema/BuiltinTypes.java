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

  /** An empty list of these says something: forget them. */
  private static final String OWNERS = "managedFields";

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

  /**
   * Adds in place what even an empty object of a built-in kind has, in memory: structs, and the
   * null list of containers.
   */
  public static void fillBlank(ObjectNode object) {
    shapeOf(object).ifPresent(shape -> addStructs(object, shape));
    for (var holder :
        List.of("/spec", "/spec/template/spec", "/spec/jobTemplate/spec/template/spec")) {
      Json.object(object, holder)
          .filter(found -> holdsContainers(object, holder))
          .ifPresent(podSpec -> podSpec.putNull("containers"));
    }
  }

  private static boolean holdsContainers(ObjectNode object, String holder) {
    var at = shapeOf(object).orElse(Shape.Any.ANY);
    for (var name : holder.substring(1).split("/", -1)) {
      at = at.field(name);
    }
    return at instanceof Shape.Struct struct && struct.declares("containers");
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
          if (shape instanceof Shape.MapOf map && part.isNull() && isText(map.value())) {
            object.put(name, "");
          } else if (shape instanceof Shape.Struct
              && !OWNERS.equals(name)
              && droppable(part, shape.field(name))) {
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

  private static boolean isText(Shape shape) {
    return shape instanceof Shape.Scalar scalar && scalar.type().equals("string");
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
