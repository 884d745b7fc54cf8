package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Finds the first value that a built-in type can't hold. */
final class Decoding {
  private final String root;

  private Decoding(String root) {
    this.root = root;
  }

  static Optional<String> firstError(JsonNode value, Shape shape) {
    var root = shape instanceof Shape.Struct struct ? struct.name() : "";
    return new Decoding(root).check(value, shape, root, "");
  }

  private Optional<String> check(JsonNode value, Shape shape, String owner, String path) {
    if (value.isNull()) {
      return Optional.empty();
    }
    return switch (shape) {
      case Shape.Struct struct when value instanceof ObjectNode object ->
          object
              .propertyStream()
              .flatMap(
                  e ->
                      check(
                          e.getValue(),
                          struct.field(e.getKey()),
                          struct.name(),
                          join(path, e.getKey()))
                          .stream())
              .findFirst();
      case Shape.MapOf map when value instanceof ObjectNode object ->
          object
              .valueStream()
              .flatMap(v -> check(v, map.value(), owner, path).stream())
              .findFirst();
      case Shape.ListOf list when value instanceof ArrayNode array ->
          array.valueStream().flatMap(v -> check(v, list.item(), owner, path).stream()).findFirst();
      case Shape.Struct struct -> mismatch(value, owner, path, "v1." + struct.name());
      case Shape.MapOf map -> mismatch(value, owner, path, "map[string]" + goType(map.value()));
      case Shape.ListOf list -> mismatch(value, owner, path, "[]" + goType(list.item()));
      case Shape.Scalar scalar when fits(value, scalar.type()) -> Optional.empty();
      case Shape.Scalar scalar -> mismatch(value, owner, path, goType(scalar));
      case Shape.Any any -> Optional.empty();
    };
  }

  private Optional<String> mismatch(JsonNode value, String owner, String path, String type) {
    var field = owner.equals(root) && path.isEmpty() ? root : owner + "." + path;
    return Optional.of(
        "json: cannot unmarshal %s into Go struct field %s of type %s"
            .formatted(describe(value), field, type));
  }

  private static boolean fits(JsonNode value, String type) {
    return switch (type) {
      case "string", "bytes", "time" -> value.isTextual();
      case "bool" -> value.isBoolean();
      case "int32" -> value.isIntegralNumber() && value.canConvertToInt();
      case "int64" -> value.isIntegralNumber() && value.canConvertToLong();
      case "number" -> value.isNumber();
      case "intOrString" -> value.isTextual() || value.isIntegralNumber();
      default -> value.isTextual() || value.isNumber();
    };
  }

  private static String goType(Shape shape) {
    return switch (shape) {
      case Shape.Struct struct -> "v1." + struct.name();
      case Shape.Scalar scalar when scalar.type().equals("number") -> "float64";
      case Shape.Scalar scalar -> scalar.type();
      case Shape.MapOf map -> "map[string]" + goType(map.value());
      case Shape.ListOf list -> "[]" + goType(list.item());
      case Shape.Any any -> "interface {}";
    };
  }

  private static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "number" : "number " + value.asText();
      default -> "string";
    };
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
