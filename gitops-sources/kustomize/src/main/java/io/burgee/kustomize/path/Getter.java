package io.burgee.kustomize.path;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a path to the one value it means, without changing anything. */
public final class Getter {
  private Getter() {}

  /**
   * The value at the end of the path, or null if there is none.
   *
   * @throws PathException if the path doesn't fit the values on the way
   */
  public static @Nullable Slot get(Slot start, List<String> path) {
    Slot at = start;
    for (var untrimmed : path) {
      var part = untrimmed.strip();
      if (part.isEmpty()) {
        continue;
      }
      at = step(at, part);
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  private static @Nullable Slot step(Slot at, String part) {
    if (part.equals("*")) {
      throw new PathException("wildcard is not supported in PathGetter");
    }
    if (part.equals("-")) {
      var list = list(at.get());
      if (list.items().isEmpty()) {
        throw new PathException("the list has no last element");
      }
      return new Slot.OfItem(list, list.items().size() - 1);
    }
    if (isNegative(part)) {
      throw new PathException("array index " + part + " cannot be negative");
    }
    int index = FieldPath.index(part);
    if (index >= 0) {
      var list = list(at.get());
      return index < list.items().size() ? new Slot.OfItem(list, index) : null;
    }
    return FieldPath.isCondition(part)
        ? element(list(at.get()), Condition.parse(part))
        : field(at.get(), part);
  }

  private static boolean isNegative(String part) {
    return part.length() > 1 && part.charAt(0) == '-' && FieldPath.index(part.substring(1)) >= 0;
  }

  public static @Nullable Slot field(Node at, String name) {
    if (at.isNull()) {
      return null;
    }
    if (!(at instanceof MappingNode mapping)) {
      throw wrongKind("MappingNode", at);
    }
    var entry = mapping.entry(name);
    return entry == null ? null : new Slot.OfEntry(entry);
  }

  /** The list that stands there; null counts as one without items. */
  public static SequenceNode list(Node at) {
    if (at.isNull()) {
      return new SequenceNode();
    }
    if (at instanceof SequenceNode list) {
      return list;
    }
    throw wrongKind("SequenceNode", at);
  }

  private static @Nullable Slot element(SequenceNode list, Condition condition) {
    for (int i = 0; i < list.items().size(); i++) {
      var item = list.items().get(i);
      var compared =
          condition.isOfElement()
              ? item
              : item instanceof MappingNode mapping ? mapping.get(condition.field()) : null;
      if (compared instanceof ScalarNode scalar && scalar.text().equals(condition.value())) {
        return new Slot.OfItem(list, i);
      }
    }
    return null;
  }

  public static PathException wrongKind(String expected, Node actual) {
    var found =
        switch (actual) {
          case MappingNode mapping -> "MappingNode";
          case SequenceNode list -> "SequenceNode";
          case ScalarNode scalar -> "ScalarNode";
        };
    return new PathException("wrong node kind: expected " + expected + " but got " + found);
  }
}
