package io.burgee.sandbox.promql;

import io.burgee.sandbox.promql.Expr.Binary;
import io.burgee.sandbox.promql.Value.Element;
import io.burgee.sandbox.promql.Value.Matrix;
import io.burgee.sandbox.promql.Value.Scalar;
import io.burgee.sandbox.promql.Value.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arithmetic, comparison and set operators between scalars and vectors, matched one to one. */
final class BinaryOperation {
  private BinaryOperation() {}

  static Value apply(Binary binary, Value left, Value right) {
    return switch (left) {
      case Scalar(var l) ->
          switch (right) {
            case Scalar(var r) -> new Scalar(binary.operator().apply(l, r));
            case Vector(var elements) ->
                each(
                    elements,
                    element ->
                        combine(binary, element.labels(), l, element.value(), element.value()));
            case Matrix _ -> throw refused();
          };
      case Vector(var lefts) ->
          switch (right) {
            case Scalar(var r) ->
                each(
                    lefts,
                    element ->
                        combine(binary, element.labels(), element.value(), r, element.value()));
            case Vector(var rights) -> vectors(binary, lefts, rights);
            case Matrix _ -> throw refused();
          };
      case Matrix _ -> throw refused();
    };
  }

  private static IllegalStateException refused() {
    return new IllegalStateException("the parser lets no range into a binary expression");
  }

  private static Vector each(
      List<Element> elements, java.util.function.Function<Element, Optional<Element>> step) {
    return new Vector(elements.stream().map(step).flatMap(Optional::stream).toList());
  }

  /** Empty when a comparison filters it out; {@code kept} is the value that a filter lets pass. */
  private static Optional<Element> combine(
      Binary binary, Labels labels, double left, double right, double kept) {
    double result = binary.operator().apply(left, right);
    if (binary.operator().isComparison() && !binary.returnBool()) {
      return result == 1 ? Optional.of(new Element(labels, kept)) : Optional.empty();
    }
    return Optional.of(new Element(labels.dropName(), result));
  }

  private static Vector vectors(Binary binary, List<Element> lefts, List<Element> rights) {
    return switch (binary.operator()) {
      case OR -> or(binary, lefts, rights);
      case AND -> filter(binary, lefts, groups(binary, rights), true);
      case UNLESS -> filter(binary, lefts, groups(binary, rights), false);
      default -> oneToOne(binary, lefts, rights);
    };
  }

  private static Vector or(Binary binary, List<Element> lefts, List<Element> rights) {
    var all = new ArrayList<>(lefts);
    all.addAll(filter(binary, rights, groups(binary, lefts), false).elements());
    return new Vector(all);
  }

  private static Set<Labels> groups(Binary binary, List<Element> elements) {
    var groups = new HashSet<Labels>();
    elements.forEach(element -> groups.add(binary.matching().group(element.labels())));
    return groups;
  }

  private static Vector filter(
      Binary binary, List<Element> elements, Set<Labels> groups, boolean wanted) {
    return new Vector(
        elements.stream()
            .filter(e -> groups.contains(binary.matching().group(e.labels())) == wanted)
            .toList());
  }

  private static Vector oneToOne(Binary binary, List<Element> lefts, List<Element> rights) {
    var byGroup = byGroup(binary, rights, "right");
    byGroup(binary, lefts, "left");
    return each(
        lefts,
        left -> {
          var right = byGroup.get(binary.matching().group(left.labels()));
          return right == null
              ? Optional.empty()
              : combine(
                  binary, resultLabels(binary, left), left.value(), right.value(), left.value());
        });
  }

  private static Labels resultLabels(Binary binary, Element left) {
    var matching = binary.matching();
    return matching.only()
        ? left.labels().keep(matching.labels())
        : left.labels().drop(matching.labels());
  }

  private static Map<Labels, Element> byGroup(Binary binary, List<Element> elements, String side) {
    var byGroup = new HashMap<Labels, Element>();
    for (var element : elements) {
      var group = binary.matching().group(element.labels());
      if (byGroup.put(group, element) != null) {
        throw PromqlException.execution(
            "found duplicate series for the match group %s on the %s hand-side of the operation"
                .formatted(group.values(), side));
      }
    }
    return byGroup;
  }
}
