package io.burgee.kustomize.vars;

import io.burgee.kustomize.fieldspec.FieldPaths;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks a field up by the path that a var gives: {@code spec.ports[0].port}. */
final class FieldValue {
  private FieldValue() {}

  /** The value there, or null if the path leads nowhere. */
  static @Nullable Node of(Node root, String path) {
    Node node = root;
    for (var part : parts(path)) {
      if (node == null || node.isNull()) {
        return null;
      }
      node = step(node, part);
    }
    return node;
  }

  /** Blank parts are none; an index in brackets is a part of its own. */
  private static List<String> parts(String path) {
    var parts = new ArrayList<String>();
    for (var part : FieldPaths.splitKeepingBrackets(path)) {
      int open = part.lastIndexOf('[');
      if (open >= 0 && part.endsWith("]") && isIndex(part.substring(open + 1, part.length() - 1))) {
        add(parts, part.substring(0, open));
        add(parts, part.substring(open + 1, part.length() - 1));
      } else {
        add(parts, part);
      }
    }
    return parts;
  }

  private static void add(List<String> parts, String part) {
    var text = part.strip();
    if (!text.isEmpty()) {
      parts.add(text);
    }
  }

  private static boolean isIndex(String text) {
    return FieldPaths.isInteger(text) && Character.isDigit(text.charAt(0));
  }

  private static @Nullable Node step(Node node, String part) {
    if (part.equals("-")) {
      return node instanceof SequenceNode list && !list.items().isEmpty()
          ? list.items().getLast()
          : null;
    }
    if (FieldPaths.isInteger(part)) {
      return node instanceof SequenceNode list ? item(list, Long.parseLong(part)) : null;
    }
    if (FieldPaths.isElement(part)) {
      return node instanceof SequenceNode list ? element(list, part) : null;
    }
    return node instanceof MappingNode mapping && !part.equals("*") ? mapping.get(part) : null;
  }

  private static @Nullable Node item(SequenceNode list, long index) {
    return index >= 0 && index < list.items().size() ? list.items().get((int) index) : null;
  }

  private static @Nullable Node element(SequenceNode list, String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      return null;
    }
    var field = part.substring(1, equals);
    var wanted = part.substring(equals + 1, part.length() - 1);
    for (var item : list.items()) {
      var value = item instanceof MappingNode mapping ? mapping.get(field) : item;
      boolean comparable = field.isEmpty() ? item instanceof ScalarNode : value != item;
      if (comparable && value instanceof ScalarNode scalar && scalar.text().equals(wanted)) {
        return item;
      }
    }
    return null;
  }
}
