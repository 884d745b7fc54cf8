package io.burgee.kustomize.path;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.SequenceNode;

/** A place that holds a value which can be exchanged for another. */
public interface Slot {
  Node get();

  void set(Node value);

  /** The value of a mapping's entry. */
  record OfEntry(MappingNode.Entry entry) implements Slot {
    @Override
    public Node get() {
      return entry.value();
    }

    @Override
    public void set(Node value) {
      entry.value(value);
    }
  }

  /** An item of a list. */
  record OfItem(SequenceNode list, int index) implements Slot {
    @Override
    public Node get() {
      return list.items().get(index);
    }

    @Override
    public void set(Node value) {
      list.items().set(index, value);
    }
  }

  /** A value that stands alone. */
  final class OfRoot implements Slot {
    private Node value;

    public OfRoot(Node value) {
      this.value = value;
    }

    @Override
    public Node get() {
      return value;
    }

    @Override
    public void set(Node newValue) {
      value = newValue;
    }
  }
}
