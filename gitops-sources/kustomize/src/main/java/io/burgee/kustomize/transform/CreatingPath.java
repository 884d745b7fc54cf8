package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldPaths;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to one scalar, all of which is made if it isn't there. Its parts are fields, indexes of
 * lists, {@code -} for a list's last item, and {@code [field=value]} for the item that has it.
 */
final class CreatingPath {
  private final List<String> parts = new ArrayList<>();

  CreatingPath(List<String> parts) {
    for (var part : parts) {
      if (!part.isBlank()) {
        this.parts.add(part.strip());
      }
    }
  }

  /** The node, or null if the way leads through null or past the end of a list. */
  @Nullable Node find(Node start) {
    var node = start;
    for (int i = 0; i < parts.size(); i++) {
      if (node == null || node.isNull()) {
        return null;
      }
      node = step(node, parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : "");
    }
    return node;
  }

  private static @Nullable Node step(Node node, String part, String next) {
    if (FieldPaths.isInteger(part)) {
      long index = Long.parseLong(part);
      if (index < 0) {
        throw new BuildException("array index " + index + " cannot be negative");
      }
      var items = sequence(node).items();
      return index < items.size() ? items.get((int) index) : null;
    }
    if (part.equals("-")) {
      var items = sequence(node).items();
      return items.isEmpty() ? null : items.getLast();
    }
    if (part.equals("*")) {
      throw new BuildException("wildcard is not supported in PathGetter");
    }
    return FieldPaths.isElement(part) ? element(node, part) : field(node, part, next);
  }

  private static Node field(Node node, String part, String next) {
    var mapping = Setting.mapping(node);
    var found = mapping.get(part);
    if (found != null) {
      return found;
    }
    Node made;
    if (next.isEmpty()) {
      made = ScalarNode.string("");
    } else if (FieldPaths.isElement(next) || isIndex(next)) {
      made = new SequenceNode();
    } else {
      made = new MappingNode();
    }
    mapping.put(part, made);
    return made;
  }

  private static boolean isIndex(String part) {
    return FieldPaths.isInteger(part) && !part.startsWith("-");
  }

  private static Node element(Node node, String part) {
    int equal = part.indexOf('=');
    if (equal < 0) {
      throw new BuildException(
          "list path element must contain fieldName=fieldValue for element to match");
    }
    String field = part.substring(1, equal);
    String value = part.substring(equal + 1, part.length() - 1);
    var items = sequence(node).items();
    for (var item : items) {
      var compared = field.isEmpty() ? item : fieldOf(item, field);
      if (compared instanceof ScalarNode scalar && scalar.text().equals(value)) {
        return item;
      }
    }
    var made = field.isEmpty() ? ScalarNode.plain(value) : mapping(field, value);
    items.add(made);
    return made;
  }

  private static @Nullable Node fieldOf(Node item, String field) {
    return item instanceof MappingNode mapping ? mapping.get(field) : null;
  }

  private static Node mapping(String field, String value) {
    var mapping = new MappingNode();
    mapping.put(field, ScalarNode.plain(value));
    return mapping;
  }

  private static SequenceNode sequence(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence;
    }
    throw Setting.wrongKind("SequenceNode", node);
  }
}
