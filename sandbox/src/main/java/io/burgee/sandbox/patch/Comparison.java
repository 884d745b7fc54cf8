package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.schema.Json;
import io.burgee.sandbox.schema.Shape;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which paths differ between two objects of one shape. */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {

  static Comparison of(JsonNode before, JsonNode after, Shape shape) {
    var levels = new Levels(new FieldSet.Builder(), new FieldSet.Builder(), new FieldSet.Builder());
    descend(before, after, shape, levels);
    return new Comparison(
        levels.added().build(), levels.modified().build(), levels.removed().build());
  }

  boolean same() {
    return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
  }

  FieldSet touched() {
    return added.union(modified);
  }

  /** Leaves {@code ignored} out, and what is below. */
  Comparison outside(FieldSet ignored) {
    return new Comparison(
        added.outside(ignored), modified.outside(ignored), removed.outside(ignored));
  }

  private record Levels(
      FieldSet.Builder added, FieldSet.Builder modified, FieldSet.Builder removed) {
    Levels below(PathElement element) {
      return new Levels(added.below(element), modified.below(element), removed.below(element));
    }
  }

  private static void descend(
      @Nullable JsonNode before, @Nullable JsonNode after, Shape shape, Levels at) {
    var old = before == null ? Map.<PathElement, JsonNode>of() : Topology.parts(before, shape);
    var now = after == null ? Map.<PathElement, JsonNode>of() : Topology.parts(after, shape);
    var elements = new LinkedHashSet<>(old.keySet());
    elements.addAll(now.keySet());
    for (var element : elements) {
      visit(element, old.get(element), now.get(element), Topology.part(shape, element), at);
    }
  }

  private static void visit(
      PathElement element,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      Shape shape,
      Levels at) {
    var whole = whole(before, after, shape);
    if (before == null) {
      at.added().add(element);
    } else if (after == null) {
      at.removed().add(element);
    } else if (whole && !Json.same(before, after)) {
      at.modified().add(element);
    }
    if (!whole) {
      descend(before, after, shape, at.below(element));
    }
  }

  /** Two empty containers are compared whole, so that null and empty stay apart. */
  private static boolean whole(@Nullable JsonNode before, @Nullable JsonNode after, Shape shape) {
    var hollow = hollow(before) && hollow(after);
    return hollow || leafy(before, shape) || leafy(after, shape);
  }

  private static boolean hollow(@Nullable JsonNode value) {
    return value == null || value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  /** A null is a wildcard: it takes the form that the other side has. */
  private static boolean leafy(@Nullable JsonNode value, Shape shape) {
    return value != null && !value.isNull() && Topology.leaf(value, shape);
  }
}
