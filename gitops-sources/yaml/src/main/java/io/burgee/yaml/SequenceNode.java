package io.burgee.yaml;

import java.util.ArrayList;
import java.util.List;

/** A list. Its items may be changed in place. */
public final class SequenceNode extends Node {
  private final List<Node> items;
  private boolean flow;

  public SequenceNode() {
    this(new ArrayList<>());
  }

  /** Takes the list as its own. */
  public SequenceNode(List<Node> items) {
    this.items = items;
  }

  /** Whether it was written in brackets, which matters for empty values and for times in it. */
  public boolean flow() {
    return flow;
  }

  public void flow(boolean newFlow) {
    flow = newFlow;
  }

  /** The items themselves, to read and to change. */
  public List<Node> items() {
    return items;
  }

  @Override
  public SequenceNode copy() {
    var copies = new ArrayList<Node>(items.size());
    for (var item : items) {
      copies.add(item.copy());
    }
    var copy = new SequenceNode(copies);
    copy.flow = flow;
    return copy;
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
