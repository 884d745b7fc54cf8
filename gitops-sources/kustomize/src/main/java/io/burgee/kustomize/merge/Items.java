package io.burgee.kustomize.merge;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the real tool looks at nodes, and finds, sets and removes the items of keyed lists. */
final class Items {
  private Items() {}

  static boolean missing(@Nullable Node node) {
    return node == null || node.isNull();
  }

  /** Whether an item can't stay in a keyed list: null, or a mapping without a field. */
  static boolean isVoid(@Nullable Node item) {
    return missing(item) || (item instanceof MappingNode mapping && mapping.isEmpty());
  }

  /** The text of a value; anything but a scalar has none. */
  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  /** The text of an item's key; blank if the key isn't there or says nothing. */
  static String keyOf(Node item, String key) {
    if (item instanceof MappingNode mapping) {
      return mapping.get(key) instanceof ScalarNode value && !value.isNull() ? value.text() : "";
    }
    return "";
  }

  /** The first item whose keys all are there with just these texts. */
  static @Nullable Node find(SequenceNode list, List<String> keys, List<String> values) {
    for (var item : list.items()) {
      if (item instanceof MappingNode mapping && hasAll(mapping, keys, values)) {
        return mapping;
      }
    }
    return null;
  }

  private static boolean hasAll(MappingNode item, List<String> keys, List<String> values) {
    for (int i = 0; i < keys.size(); i++) {
      var value = item.get(keys.get(i));
      if (value == null || !text(value).equals(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first scalar of that text. */
  static @Nullable Node find(SequenceNode list, String value) {
    for (var item : list.items()) {
      if (text(item).equals(value)) {
        return item;
      }
    }
    return null;
  }

  static BuildException wrongKind(String expected, Node node) {
    return new BuildException(
        "wrong node kind: expected "
            + expected
            + " but got "
            + kind(node)
            + ": node contents:\n"
            + contents(node));
  }

  private static String contents(Node node) {
    try {
      return YamlWriter.write(node);
    } catch (YamlException e) {
      return node.toString();
    }
  }

  static String kind(Node node) {
    return switch (node) {
      case MappingNode mapping -> "MappingNode";
      case SequenceNode sequence -> "SequenceNode";
      case ScalarNode scalar -> "ScalarNode";
    };
  }
}
