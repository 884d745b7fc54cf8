package io.burgee.sandbox.patch;

import io.burgee.sandbox.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A set of field paths, as a tree. Immutable. */
final class FieldSet {
  static final FieldSet EMPTY = new FieldSet(new TreeSet<>(), new TreeMap<>());

  private final SortedSet<PathElement> members;
  private final SortedMap<PathElement, FieldSet> children;

  private FieldSet(SortedSet<PathElement> members, SortedMap<PathElement, FieldSet> children) {
    this.members = members;
    this.children = children;
  }

  /** Collects paths: members at this level, and below them. */
  static final class Builder {
    private final TreeSet<PathElement> members = new TreeSet<>();
    private final TreeMap<PathElement, Builder> children = new TreeMap<>();

    void add(PathElement member) {
      members.add(member);
    }

    Builder below(PathElement element) {
      return children.computeIfAbsent(element, absent -> new Builder());
    }

    FieldSet build() {
      var built = new TreeMap<PathElement, FieldSet>();
      children.forEach((element, child) -> putUnlessEmpty(built, element, child.build()));
      return new FieldSet(new TreeSet<>(members), built);
    }
  }

  /** The set of the paths that are written as field names joined by dots. */
  static FieldSet ofFields(String... paths) {
    var builder = new Builder();
    for (var path : paths) {
      var at = builder;
      var names = path.split("\\.", -1);
      for (int i = 0; i < names.length - 1; i++) {
        at = at.below(PathElement.field(names[i]));
      }
      at.add(PathElement.field(names[names.length - 1]));
    }
    return builder.build();
  }

  boolean isEmpty() {
    return members.isEmpty() && children.isEmpty();
  }

  boolean has(PathElement element) {
    return members.contains(element);
  }

  /** What is below {@code element}, not counting itself. */
  FieldSet below(PathElement element) {
    return children.getOrDefault(element, EMPTY);
  }

  SortedSet<PathElement> members() {
    return members;
  }

  SortedMap<PathElement, FieldSet> children() {
    return children;
  }

  FieldSet union(FieldSet other) {
    var all = new TreeSet<>(members);
    all.addAll(other.members);
    var below = new TreeMap<>(children);
    other.children.forEach((element, set) -> below.merge(element, set, FieldSet::union));
    return new FieldSet(all, below);
  }

  FieldSet intersection(FieldSet other) {
    var common = new TreeSet<>(members);
    common.retainAll(other.members);
    var below = new TreeMap<PathElement, FieldSet>();
    children.forEach(
        (element, set) -> putUnlessEmpty(below, element, set.intersection(other.below(element))));
    return new FieldSet(common, below);
  }

  /** The paths that {@code other} doesn't have. */
  FieldSet difference(FieldSet other) {
    var rest = new TreeSet<>(members);
    rest.removeAll(other.members);
    var below = new TreeMap<PathElement, FieldSet>();
    children.forEach(
        (element, set) -> putUnlessEmpty(below, element, set.difference(other.below(element))));
    return new FieldSet(rest, below);
  }

  /** The paths that are neither in {@code other} nor below one of its members. */
  FieldSet outside(FieldSet other) {
    var rest = new TreeSet<>(members);
    rest.removeAll(other.members);
    var below = new TreeMap<PathElement, FieldSet>();
    children.forEach(
        (element, set) -> {
          if (!other.has(element)) {
            putUnlessEmpty(below, element, set.outside(other.below(element)));
          }
        });
    return new FieldSet(rest, below);
  }

  /**
   * With the declared fields that lead to a member as members too: a struct that exists only for
   * the sake of its fields goes when they go.
   */
  FieldSet withParents(Shape shape) {
    var all = new TreeSet<>(members);
    var below = new TreeMap<PathElement, FieldSet>();
    children.forEach(
        (element, set) -> {
          var named = element.kind() == PathElement.Kind.FIELD;
          if (named && shape instanceof Shape.Struct struct && struct.declares(element.text())) {
            all.add(element);
          }
          below.put(element, set.withParents(named ? shape.field(element.text()) : shape.item()));
        });
    return new FieldSet(all, below);
  }

  /** All paths as messages write them, e.g. {@code .spec.replicas}. */
  List<String> paths() {
    var paths = new ArrayList<String>();
    list("", paths);
    return paths;
  }

  private void list(String prefix, List<String> into) {
    var elements = new TreeSet<>(members);
    elements.addAll(children.keySet());
    for (var element : elements) {
      if (members.contains(element)) {
        into.add(prefix + element);
      }
      below(element).list(prefix + element, into);
    }
  }

  private static void putUnlessEmpty(
      SortedMap<PathElement, FieldSet> into, PathElement element, FieldSet set) {
    if (!set.isEmpty()) {
      into.put(element, set);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldSet set
        && members.equals(set.members)
        && children.equals(set.children);
  }

  @Override
  public int hashCode() {
    return 31 * members.hashCode() + children.hashCode();
  }

  @Override
  public String toString() {
    return paths().toString();
  }
}
