package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;

/**
 * How values are set: nodes are changed in place and keep the style they were written in. That can
 * be seen where one node stands in several places, as new labels do.
 */
public final class Setting {
  private Setting() {}

  /**
   * Sets a scalar's text. Unless it was written as text, it means afterwards what the new text
   * looks like.
   *
   * @throws BuildException if the node isn't a scalar
   */
  public static void text(Node node, String text) {
    var scalar = scalar(node);
    if (scalar.isNull()) {
      scalar.style(Style.PLAIN);
    }
    scalar.text(text);
    scalar.untag();
  }

  /**
   * Sets a scalar's text and what it means; what was written as text stays one.
   *
   * @throws BuildException if the node isn't a scalar
   */
  public static void typed(Node node, String text, Tag tag) {
    var scalar = scalar(node);
    boolean plain = scalar.isNull() || scalar.style() == Style.PLAIN;
    scalar.text(text);
    scalar.tag(plain ? tag : Tag.STRING);
  }

  /**
   * Sets a mapping's entry. A new one holds the given node itself; one that is there becomes equal
   * to it.
   *
   * @throws BuildException if the node isn't a mapping
   */
  public static void entry(Node node, String key, ScalarNode value) {
    if (node.isNull()) {
      return;
    }
    var mapping = mapping(node);
    var entry = mapping.entry(key);
    if (entry == null) {
      mapping.add(new MappingNode.Entry(ScalarNode.string(key), value));
    } else if (entry.value() instanceof ScalarNode known) {
      typed(known, value.text(), value.tag());
    } else {
      entry.value(value.copy());
    }
  }

  /** A text as a value of labels and the like: always a string. */
  public static ScalarNode string(String text) {
    return ScalarNode.safeString(text);
  }

  /**
   * The node as a scalar, which null is too.
   *
   * @throws BuildException if it isn't one
   */
  public static ScalarNode scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar;
    }
    throw wrongKind("ScalarNode", node);
  }

  /**
   * The node as a mapping.
   *
   * @throws BuildException if it isn't one
   */
  public static MappingNode mapping(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw wrongKind("MappingNode", node);
  }

  /** What to say of a node that should be of another kind. */
  public static WrongKind wrongKind(String expected, Node node) {
    String actual =
        switch (node) {
          case ScalarNode scalar -> "ScalarNode";
          case MappingNode mapping -> "MappingNode";
          case SequenceNode sequence -> "SequenceNode";
        };
    return new WrongKind("wrong node kind: expected " + expected + " but got " + actual);
  }

  /** A node of one kind stands where one of another should. */
  public static final class WrongKind extends BuildException {
    private static final long serialVersionUID = 1;

    WrongKind(String message) {
      super(message);
    }
  }
}
