package io.burgee.sandbox.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** A value without parts. {@code type} is e.g. {@code string}, {@code int32}, {@code bool}. */
  record Scalar(String type) implements Shape {
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

    Struct(String name, Map<String, Shape> fields, boolean atomic, boolean open) {
      this.name = name;
      this.fields = fields;
      this.atomic = atomic;
      this.open = open;
    }

    public String name() {
      return name;
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
   * @param patchKey the merge key of a strategic merge patch, null if the list has none
   */
  record ListOf(
      Shape item, Kind kind, List<String> keys, @Nullable String patchKey, boolean patchMerges)
      implements Shape {
    /** What a list is to server-side apply. */
    public enum Kind {
      ATOMIC,
      SET,
      MAP
    }

    @Override
    public boolean atomic() {
      return kind == Kind.ATOMIC;
    }
  }
}
