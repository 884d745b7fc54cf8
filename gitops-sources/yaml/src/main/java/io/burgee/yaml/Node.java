package io.burgee.yaml;

/**
 * A YAML value as it was written. Nodes are mutable and form a tree: aliases are copied when read,
 * so no node has two parents. Not safe for use by several threads at once.
 */
public abstract sealed class Node permits MappingNode, SequenceNode, ScalarNode {

  /** A copy that shares nothing with this one. */
  public abstract Node copy();

  /** Whether this is a scalar that means null. */
  public boolean isNull() {
    return false;
  }
}
