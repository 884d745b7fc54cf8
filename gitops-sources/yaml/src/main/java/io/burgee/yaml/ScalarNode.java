package io.burgee.yaml;

/**
 * A scalar: its text with quotes and escapes undone, what the text means, and how it was written.
 */
public final class ScalarNode extends Node {
  private String text;
  private Tag tag;
  private Style style;
  private boolean untagged;

  public ScalarNode(String text, Tag tag, Style style) {
    this.text = text;
    this.tag = tag;
    this.style = style;
  }

  /** A string, whatever its text looks like. */
  public static ScalarNode string(String text) {
    return new ScalarNode(text, Tag.STRING, Style.PLAIN);
  }

  /**
   * A string as kustomize makes a new one: in quotes if a reader of YAML 1.1 would take its text
   * for something else.
   */
  public static ScalarNode safeString(String text) {
    var style = Resolver.plainString(text) ? Style.PLAIN : Style.DOUBLE_QUOTED;
    return new ScalarNode(text, Tag.STRING, style);
  }

  /**
   * What the text means when it is read without quotes, in kustomize's dialect; and so it is for
   * every later text of this node, until it is given a tag.
   */
  public static ScalarNode plain(String text) {
    var scalar = new ScalarNode(text, Resolver.tag(text, Dialect.KUSTOMIZE), Style.PLAIN);
    scalar.untagged = true;
    return scalar;
  }

  public static ScalarNode integer(long value) {
    return new ScalarNode(Long.toString(value), Tag.INT, Style.PLAIN);
  }

  public static ScalarNode bool(boolean value) {
    return new ScalarNode(Boolean.toString(value), Tag.BOOL, Style.PLAIN);
  }

  public static ScalarNode nothing() {
    return new ScalarNode("null", Tag.NULL, Style.PLAIN);
  }

  public String text() {
    return text;
  }

  public Tag tag() {
    return tag;
  }

  public Style style() {
    return style;
  }

  public void text(String newText) {
    text = newText;
    if (untagged) {
      resolve();
    }
  }

  /** Drops the tag: this and every later text means what it looks like, or is one if in quotes. */
  public void untag() {
    untagged = true;
    resolve();
  }

  private void resolve() {
    tag = style == Style.PLAIN ? Resolver.tag(text, Dialect.KUSTOMIZE) : Tag.STRING;
  }

  public void tag(Tag newTag) {
    tag = newTag;
    untagged = false;
  }

  public void style(Style newStyle) {
    style = newStyle;
  }

  @Override
  public ScalarNode copy() {
    var copy = new ScalarNode(text, tag, style);
    copy.untagged = untagged;
    return copy;
  }

  @Override
  public boolean isNull() {
    return tag == Tag.NULL;
  }

  @Override
  public String toString() {
    return text;
  }
}
