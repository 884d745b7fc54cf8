package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table of built-in types. A line that starts with {@code kind} names the type of a kind;
 * one that starts with {@code type} opens a type, and the indented lines after it are its fields:
 * name, type, and marks. {@code [T]} is a list, {@code {T}} a map, {@code T!} a struct that every
 * object has, if only empty, {@code T?} a scalar whose zero is the same as nothing. Marks say how
 * server-side apply sees a list or map ({@code set}, {@code map(keys)}, {@code atomic}; a list
 * without mark is atomic) and whether a strategic merge patch merges a list ({@code merge(key)}).
 */
final class TypeTable {
  private static final Pattern FIELD =
      Pattern.compile(
          "(\\S+) (\\S+?)([!?]?)( set| atomic| map\\(([^)]*)\\))?( merge\\(([^)]*)\\))?");
  private static final List<String> SCALARS =
      List.of(
          "string", "bytes", "bool", "int32", "int64", "number", "quantity", "intOrString", "time");

  private final Map<String, Shape> kinds = new HashMap<>();
  private final Map<String, Map<String, Shape>> fields = new HashMap<>();
  private final Map<String, Shape> types = new HashMap<>();

  TypeTable(List<String> lines) {
    declareTypes(lines);
    Map<String, Shape> current = new LinkedHashMap<>();
    for (var line : lines) {
      var words = line.split(" ", -1);
      switch (words[0]) {
        case "kind" -> kinds.put(words[1] + " " + words[2], type(words[3]));
        case "type" -> current = fields.getOrDefault(words[1], current);
        default -> addField(line.strip(), current);
      }
    }
  }

  Optional<Shape> kind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + " " + kind));
  }

  Shape type(String name) {
    var type = types.get(name);
    if (type == null) {
      throw new IllegalStateException("no type " + name + " in the table of built-in types");
    }
    return type;
  }

  private void declareTypes(List<String> lines) {
    SCALARS.forEach(name -> types.put(name, new Shape.Scalar(name)));
    types.put("any", Shape.Any.ANY);
    for (var line : lines) {
      var words = line.split(" ", -1);
      if (words[0].equals("type")) {
        var members = new LinkedHashMap<String, Shape>();
        fields.put(words[1], members);
        var atomic = words.length > 2;
        types.put(words[1], new Shape.Struct(words[1], members, atomic, false));
      }
    }
  }

  private void addField(String line, Map<String, Shape> into) {
    var parts = FIELD.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("not a field of a built-in type: " + line);
    }
    var mark = parts.group(4) == null ? "" : parts.group(4).strip();
    var shape = shape(parts.group(2), mark, parts.group(5), parts.group(7));
    into.put(
        parts.group(1),
        switch (shape) {
          case Shape.Struct struct when parts.group(3).equals("!") -> struct.everPresent();
          case Shape.Scalar scalar when parts.group(3).equals("?") ->
              new Shape.Scalar(scalar.type(), true);
          default -> shape;
        });
  }

  private Shape shape(String type, String mark, @Nullable String keys, @Nullable String mergeKey) {
    var inner = type.substring(1, Math.max(1, type.length() - 1));
    if (type.startsWith("[")) {
      return list(shape(inner, "", null, null), mark, keys, mergeKey);
    }
    if (type.startsWith("{")) {
      return new Shape.MapOf(shape(inner, "", null, null), mark.equals("atomic"));
    }
    return type(type);
  }

  private static Shape list(
      Shape item, String mark, @Nullable String keys, @Nullable String mergeKey) {
    var patch =
        mergeKey == null ? Shape.ListOf.Patch.REPLACE : new Shape.ListOf.Patch(true, mergeKey);
    if (keys == null) {
      var kind = mark.equals("set") ? Shape.ListOf.Kind.SET : Shape.ListOf.Kind.ATOMIC;
      return new Shape.ListOf(item, kind, List.of(), Map.of(), patch);
    }
    var names = new ArrayList<String>();
    var defaults = new HashMap<String, JsonNode>();
    for (var key : Arrays.asList(keys.split(",", -1))) {
      var parts = key.split("=", 2);
      names.add(parts[0]);
      if (parts.length > 1) {
        defaults.put(parts[0], JsonNodeFactory.instance.textNode(parts[1]));
      }
    }
    return new Shape.ListOf(item, Shape.ListOf.Kind.MAP, names, defaults, patch);
  }
}
