package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * How values of one type are laid out and merged: which fields an object has, and whether a list or
 * map is owned whole or item by item. Shapes of a recursive type refer to themselves.
 */
public sealed interface Shape {

  /** The shape of the member {@code name} of an object of this shape. */
  default Shape field(String name) {
    return Any.ANY;
  }

  /** The shape of the items of a list of this shape. */
  default Shape item() {
    return Any.ANY;
  }

  /** Whether one manager owns the value as a whole. */
  default boolean atomic() {
    return false;
  }

  /** Anything: merged by what the value looks like, objects by field and the rest as a whole. */
  enum Any implements Shape {
    ANY
  }

  /**
   * A value without parts.
   *
   * @param type e.g. {@code string}, {@code int32}, {@code bool}
   * @param omitsZero whether an empty text, zero or false is the same as nothing
   */
  record Scalar(String type, boolean omitsZero) implements Shape {
    Scalar(String type) {
      this(type, false);
    }

    @Override
    public boolean atomic() {
      return true;
    }
  }

  /**
   * An object with named fields. {@code open} ones may have others too, which are then {@link Any}.
   * A plain class, as recursive types need identity, not equality by value.
   */
  final class Struct implements Shape {
    private final String name;
    private final Map<String, Shape> fields;
    private final boolean atomic;
    private final boolean open;
    private final boolean everPresent;

    Struct(String name, Map<String, Shape> fields, boolean atomic, boolean open) {
      this(name, fields, atomic, open, false);
    }

    private Struct(
        String name, Map<String, Shape> fields, boolean atomic, boolean open, boolean everPresent) {
      this.everPresent = everPresent;
      this.name = name;
      this.fields = fields;
      this.atomic = atomic;
      this.open = open;
    }

    public String name() {
      return name;
    }

    /** The same type as a field that is always there, if only empty. */
    Struct everPresent() {
      return new Struct(name, fields, atomic, open, true);
    }

    /** The names of the fields that are always there. */
    List<String> everPresentFields() {
      return fields.entrySet().stream()
          .filter(field -> field.getValue() instanceof Struct struct && struct.everPresent)
          .map(Map.Entry::getKey)
          .toList();
    }

    public boolean open() {
      return open;
    }

    public boolean declares(String field) {
      return fields.containsKey(field);
    }

    @Override
    public boolean atomic() {
      return atomic;
    }

    @Override
    public Shape field(String field) {
      return fields.getOrDefault(field, Any.ANY);
    }
  }

  /** An object with arbitrary keys, all values of one shape. */
  record MapOf(Shape value, boolean atomic) implements Shape {
    @Override
    public Shape field(String name) {
      return value;
    }
  }

  /**
   * A list.
   *
   * @param kind how server-side apply treats it
   * @param keys the fields that tell items of an associative list apart; else empty
   * @param keyDefaults the values of keys that an item may leave out
   * @param patch how a strategic merge patch treats it
   */
  record ListOf(
      Shape item, Kind kind, List<String> keys, Map<String, JsonNode> keyDefaults, Patch patch)
      implements Shape {
    /** What a list is to server-side apply. */
    public enum Kind {
      ATOMIC,
      SET,
      MAP
    }

    /**
     * What a list is to a strategic merge patch.
     *
     * @param merges false: it is replaced whole
     * @param key the field that tells items apart; empty in a list of scalars
     */
    public record Patch(boolean merges, String key) {
      static final Patch REPLACE = new Patch(false, "");
    }

    @Override
    public boolean atomic() {
      return kind == Kind.ATOMIC;
    }
  }
}
