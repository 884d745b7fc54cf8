package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.limit.Budget;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document while a patch is applied to it. */
final class Patching {
  private static final int NODE_BYTES = 32;
  private static final String MISSING = ": missing value";

  private final Set<Node> odd;
  private final Budget budget;
  private final JsonRoundTrip roundTrip;
  private Node root;

  Patching(Node root, Set<Node> odd, Budget budget) {
    this.root = root;
    this.odd = odd;
    this.budget = budget;
    this.roundTrip = new JsonRoundTrip(budget);
  }

  MappingNode result() {
    if (root instanceof MappingNode mapping) {
      return mapping;
    }
    throw new BuildException(
        "json: cannot unmarshal array into Go value of type map[string]interface {}");
  }

  void run(Operation operation) {
    budget.work();
    switch (operation.name()) {
      case "add" -> add(operation);
      case "remove" -> remove(operation);
      case "replace" -> replace(operation);
      case "move" -> move(operation);
      case "copy" -> copy(operation);
      case "test" -> test(operation);
      default -> throw new BuildException("Unexpected kind: " + operation.name());
    }
  }

  private void add(Operation operation) {
    var path = operation.requiredPath();
    var parent = path.parent(root);
    if (parent == null) {
      throw new BuildException(
          "add operation does not apply: doc is missing path: \"" + path.text() + "\"" + MISSING);
    }
    put(parent, path, value(operation), "error in add for path: '" + path.text() + "'");
  }

  private void remove(Operation operation) {
    var path = operation.requiredPath();
    var parent = path.parent(root);
    if (parent == null) {
      throw new BuildException(
          "remove operation does not apply: doc is missing path: \""
              + path.text()
              + "\""
              + MISSING);
    }
    take(parent, path.key(), "error in remove for path: '" + path.text() + "'");
  }

  /** A field that isn't there yet is no mistake; an item is. */
  private void replace(Operation operation) {
    var path = operation.requiredPath();
    if (path.text().isEmpty()) {
      replaceAll(operation);
      return;
    }
    var parent = path.parent(root);
    if (parent == null) {
      throw new BuildException(
          "replace operation does not apply: doc is missing path: " + path.text() + MISSING);
    }
    if (parent instanceof SequenceNode list) {
      int index = Indices.existing(list, path.key());
      if (index < 0) {
        throw new BuildException(
            "replace operation does not apply: doc is missing key: " + path.text() + MISSING);
      }
      list.items().set(index, value(operation));
    } else if (parent instanceof MappingNode mapping) {
      mapping.put(path.key(), value(operation));
    }
  }

  private void replaceAll(Operation operation) {
    var value = value(operation);
    if (value instanceof ScalarNode) {
      throw new BuildException("replace operation value must be object or array: %!w(<nil>)");
    }
    root = value;
  }

  private void move(Operation operation) {
    var from = operation.requiredFrom();
    var source = from.parent(root);
    if (source == null) {
      throw new BuildException(
          "move operation does not apply: doc is missing from path: " + from.text() + MISSING);
    }
    var value = take(source, from.key(), "error in move for path: '" + from.key() + "'");
    var path = operation.requiredPath();
    var parent = path.parent(root);
    if (parent == null) {
      throw new BuildException(
          "move operation does not apply: doc is missing destination path: "
              + path.text()
              + MISSING);
    }
    put(parent, path, value, "error in move for path: '" + path.text() + "'");
  }

  /** What isn't in a mapping is copied as null. */
  private void copy(Operation operation) {
    var from = operation.requiredFrom();
    var source = from.parent(root);
    if (source == null) {
      throw new BuildException(
          "copy operation does not apply: doc is missing from path: " + from.text() + MISSING);
    }
    var value = get(source, from.key(), "error in copy for from: '" + from.text() + "'");
    var path = operation.requiredPath();
    var parent = path.parent(root);
    if (parent == null) {
      throw new BuildException(
          "copy operation does not apply: doc is missing destination path: "
              + path.text()
              + MISSING);
    }
    budget.bytes((long) NODE_BYTES * count(value));
    var copy = value == null ? ScalarNode.nothing() : value.copy();
    put(parent, path, copy, "error while adding value during copy");
  }

  private static long count(@Nullable Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        long count = 1;
        for (var entry : mapping.entries()) {
          count += 1 + count(entry.value());
        }
        yield count;
      }
      case SequenceNode list -> {
        long count = 1;
        for (var item : list.items()) {
          count += count(item);
        }
        yield count;
      }
      case ScalarNode scalar -> 1 + scalar.text().length() / NODE_BYTES;
      case null -> 1;
    };
  }

  private void test(Operation operation) {
    var path = operation.requiredPath();
    var wanted = operation.value();
    if (path.text().isEmpty()) {
      if (wanted == null || !equal(root, wanted)) {
        throw new BuildException("testing value " + path.text() + " failed: test failed");
      }
      return;
    }
    var parent = path.parent(root);
    if (parent == null) {
      throw new BuildException(
          "test operation does not apply: is missing path: " + path.text() + MISSING);
    }
    var value = get(parent, path.key(), "error in test for path: '" + path.text() + "'");
    boolean nothing = value == null || value.isNull();
    boolean nothingWanted = wanted == null || wanted.isNull();
    if (nothing != nothingWanted
        || (value != null && wanted != null && !nothing && !equal(value, wanted))) {
      throw new BuildException("testing value " + path.text() + " failed: test failed");
    }
  }

  /** Scalars are compared as they are written: {@code 1.0} in a JSON patch isn't {@code 1}. */
  private boolean equal(Node value, Node wanted) {
    budget.work();
    return switch (value) {
      case MappingNode mapping ->
          wanted instanceof MappingNode other && equalFields(mapping, other);
      case SequenceNode list -> wanted instanceof SequenceNode other && equalItems(list, other);
      case ScalarNode scalar ->
          wanted instanceof ScalarNode other
              && !odd.contains(other)
              && JsonWriter.compact(scalar).equals(JsonWriter.compact(other));
    };
  }

  private boolean equalFields(MappingNode mapping, MappingNode wanted) {
    if (mapping.size() != wanted.size()) {
      return false;
    }
    for (var entry : mapping.entries()) {
      var other = wanted.get(entry.name());
      if (other == null || !equal(entry.value(), other)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalItems(SequenceNode list, SequenceNode wanted) {
    if (list.items().size() != wanted.items().size()) {
      return false;
    }
    for (int i = 0; i < list.items().size(); i++) {
      if (!equal(list.items().get(i), wanted.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private Node value(Operation operation) {
    var value = operation.value();
    return value == null ? ScalarNode.nothing() : roundTrip.fresh(value);
  }

  private static @Nullable Node get(Node parent, String key, String context) {
    try {
      return parent instanceof SequenceNode list
          ? list.items().get(Indices.required(list, key))
          : ((MappingNode) parent).get(key);
    } catch (BuildException e) {
      throw e.in(context);
    }
  }

  private static Node take(Node parent, String key, String context) {
    try {
      if (parent instanceof SequenceNode list) {
        return list.items().remove(Indices.required(list, key));
      }
    } catch (BuildException e) {
      throw e.in(context);
    }
    var mapping = (MappingNode) parent;
    var value = mapping.get(key);
    if (value == null) {
      throw new BuildException(context + ": Unable to remove nonexistent key: " + key + MISSING);
    }
    mapping.remove(key);
    return value;
  }

  private static void put(Node parent, Pointer path, Node value, String context) {
    if (parent instanceof MappingNode mapping) {
      mapping.put(path.key(), value);
      return;
    }
    var list = (SequenceNode) parent;
    try {
      list.items().add(Indices.forAdding(list, path.key()), value);
    } catch (BuildException e) {
      throw e.in(context);
    }
  }
}
