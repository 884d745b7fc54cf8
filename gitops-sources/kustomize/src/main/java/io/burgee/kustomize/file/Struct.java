package io.burgee.kustomize.file;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that has the shape it should have. Names of fields are matched in any case; of a field
 * that is there twice the last counts; null is as good as nothing.
 */
public final class Struct {
  static final Struct EMPTY = new Struct(Map.of());

  private final Map<String, Object> values;

  Struct(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads a mapping that may have no other fields than those of the shape.
   *
   * @throws BuildException {@code json: unknown field "x"}, {@code json: cannot unmarshal ...}
   */
  public static Struct strict(Node node, Shape shape) {
    return new StructReader(true, false).root(node, shape);
  }

  /** Reads a mapping that may have no other fields; numbers and booleans are taken as text too. */
  public static Struct strictFields(Node node, Shape shape) {
    return new StructReader(true, true).root(node, shape);
  }

  /** Reads a mapping, ignoring other fields; numbers and booleans are taken as text too. */
  public static Struct lenient(Node node, Shape shape) {
    return new StructReader(false, true).root(node, shape);
  }

  /** Whether the field is there and isn't null. */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /** Its text, or the empty one. */
  public String text(String field) {
    return values.get(field) instanceof String text ? text : "";
  }

  /** Its text, or null if it isn't there. */
  public @Nullable String textOrNull(String field) {
    return values.get(field) instanceof String text ? text : null;
  }

  public boolean flag(String field) {
    return values.get(field) instanceof Boolean flag && flag;
  }

  /** Its number, or 0. */
  public long integer(String field) {
    return values.get(field) instanceof Long number ? number : 0;
  }

  /** Its items, or none; a null item is an empty text. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String field) {
    return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
  }

  /** Its entries sorted by key, or none; a null value is an empty text. */
  @SuppressWarnings("unchecked")
  public Map<String, String> textMap(String field) {
    return values.get(field) instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
  }

  /** The struct in the field, or null if it isn't there. */
  public @Nullable Struct structOrNull(String field) {
    return values.get(field) instanceof Struct struct ? struct : null;
  }

  /** The struct in the field, or an empty one. */
  public Struct struct(String field) {
    var struct = structOrNull(field);
    return struct == null ? EMPTY : struct;
  }

  /** Its items, or none; a null item is an empty struct. */
  @SuppressWarnings("unchecked")
  public List<Struct> structs(String field) {
    return values.get(field) instanceof List<?> list ? (List<Struct>) list : List.of();
  }

  /** The value of a field of any type, or null. */
  public @Nullable Node node(String field) {
    return values.get(field) instanceof Node node ? node : null;
  }

  /** Whether it says nothing at all. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The names of the fields that are there. */
  public Iterable<String> names() {
    return values.keySet();
  }
}
