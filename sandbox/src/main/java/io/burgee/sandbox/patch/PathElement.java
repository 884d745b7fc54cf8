package io.burgee.sandbox.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.burgee.sandbox.schema.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One step of a field's path.
 *
 * @param text a field's name; or as compact JSON, so that equal steps have equal texts: an item's
 *     keys (sorted), a set's item, an index
 */
record PathElement(Kind kind, String text) implements Comparable<PathElement> {

  /** In the order in which managed fields are written. */
  enum Kind {
    FIELD('f'),
    KEY('k'),
    VALUE('v'),
    INDEX('i');

    private final char code;

    Kind(char code) {
      this.code = code;
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final Comparator<PathElement> ORDER =
      Comparator.comparing(PathElement::kind).thenComparing(PathElement::text);

  static PathElement field(String name) {
    return new PathElement(Kind.FIELD, name);
  }

  static PathElement index(int index) {
    return new PathElement(Kind.INDEX, Integer.toString(index));
  }

  /** How {@code item} is told apart in {@code list}; empty when it lacks a key. */
  static Optional<PathElement> item(Shape.ListOf list, JsonNode item) {
    if (list.kind() == Shape.ListOf.Kind.SET) {
      return Optional.of(new PathElement(Kind.VALUE, item.toString()));
    }
    var keys = new TreeMap<String, JsonNode>();
    for (var key : list.keys()) {
      var value = item.path(key);
      if (value.isMissingNode() || value.isNull()) {
        value = list.keyDefaults().get(key);
      }
      if (value == null) {
        return Optional.empty();
      }
      keys.put(key, value);
    }
    var sorted = JsonNodeFactory.instance.objectNode().setAll(keys);
    return Optional.of(new PathElement(Kind.KEY, sorted.toString()));
  }

  /** Reads the form that managed fields have, e.g. {@code f:spec}. */
  static Optional<PathElement> parse(String written) {
    for (var kind : Kind.values()) {
      if (written.startsWith(kind.code + ":")) {
        var text = written.substring(2);
        return kind == Kind.FIELD ? Optional.of(field(text)) : canonical(kind, text);
      }
    }
    return Optional.empty();
  }

  private static Optional<PathElement> canonical(Kind kind, String text) {
    try {
      var value = JSON.readTree(text);
      if (kind != Kind.KEY) {
        return Optional.of(new PathElement(kind, value.toString()));
      }
      var keys = new TreeMap<String, JsonNode>();
      value.properties().forEach(each -> keys.put(each.getKey(), each.getValue()));
      var sorted = JsonNodeFactory.instance.objectNode().setAll(keys);
      return Optional.of(new PathElement(kind, sorted.toString()));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  /** The form that managed fields have. */
  String written() {
    return kind.code + ":" + text;
  }

  @Override
  public int compareTo(PathElement other) {
    return ORDER.compare(this, other);
  }

  /** The form that messages have, e.g. {@code .spec} or {@code [name="app"]}. */
  @Override
  public String toString() {
    return switch (kind) {
      case FIELD -> "." + text;
      case KEY -> "[" + keys() + "]";
      case VALUE -> "[=" + text + "]";
      case INDEX -> "[" + text + "]";
    };
  }

  private String keys() {
    try {
      var pairs = new ArrayList<String>();
      JSON.readTree(text).properties().forEach(e -> pairs.add(e.getKey() + "=" + e.getValue()));
      return String.join(",", pairs);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("keys that are not JSON: " + text, impossible);
    }
  }
}
