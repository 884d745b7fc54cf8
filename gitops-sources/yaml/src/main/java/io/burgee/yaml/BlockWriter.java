package io.burgee.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes a tree in block style: keys sorted, all values as JSON knows them, folded at 80. */
final class BlockWriter {
  private static final int WIDTH = 80;
  private static final int INDENT = 2;

  /** The longest key, in bytes of UTF-8, that is written before its colon without a mark. */
  private static final int SIMPLE_KEY = 128;

  private final Emitter out;
  private final StringBuilder number = new StringBuilder(24);

  BlockWriter(StringBuilder out) {
    this.out = new Emitter(out, WIDTH);
  }

  void document(Node node) {
    if (node instanceof ScalarNode scalar) {
      scalar(scalar, INDENT, false);
    } else {
      node(node, -INDENT, false, false);
    }
    out.indent(0);
  }

  /**
   * Writes a node below a mapping or a sequence of this indentation.
   *
   * @param member whether it is a mapping's value: its items then stand below the key
   * @param flow whether it was written inside of brackets or braces
   */
  private void node(Node node, int indent, boolean member, boolean flow) {
    switch (node) {
      case ScalarNode scalar -> scalar(scalar, indent + INDENT, flow);
      case MappingNode mapping -> {
        if (mapping.isEmpty()) {
          out.text("{}");
        } else {
          mapping(mapping, indent + INDENT, flow || mapping.flow());
        }
      }
      case SequenceNode sequence -> {
        if (sequence.items().isEmpty()) {
          out.text("[]");
        } else {
          int column = member && !out.indention() ? indent : indent + INDENT;
          sequence(sequence, column, flow || sequence.flow());
        }
      }
    }
  }

  private void sequence(SequenceNode sequence, int indent, boolean flow) {
    for (var item : sequence.items()) {
      out.indent(indent);
      out.indicator('-');
      node(item, indent, false, flow);
    }
  }

  private void mapping(MappingNode mapping, int indent, boolean flow) {
    for (var entry : sorted(mapping)) {
      out.indent(indent);
      String key = JsonText.passedKey(key(entry.key(), indent > 0, flow));
      if (simple(key)) {
        out.string(key, 0, false);
        out.colon();
      } else {
        out.indicator('?');
        out.string(key, indent + INDENT, true);
        out.indent(indent);
        out.indicator(':');
      }
      node(entry.value(), indent, true, flow);
    }
  }

  static boolean simple(String key) {
    if (key.length() > SIMPLE_KEY) {
      return false;
    }
    int bytes = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (ScalarForm.isBreak(c)) {
        return false;
      }
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes <= SIMPLE_KEY;
  }

  /** Only strings can be keys; those of the outermost mapping are made strings. */
  private static String key(ScalarNode key, boolean inner, boolean flow) {
    Tag tag = key.tag();
    if (tag == Tag.STRING || (tag == Tag.NULL && key.text().isEmpty())) {
      return key.text();
    }
    if (tag == Tag.NULL) {
      throw duplicate(key.text());
    }
    if (inner && !(Scalars.value(key, flow) instanceof String && tag != Tag.TIMESTAMP)) {
      throw new YamlException("json: unsupported type: map[interface {}]interface {}");
    }
    return key.text();
  }

  private void scalar(ScalarNode scalar, int indent, boolean flow) {
    Object value = Scalars.value(scalar, flow);
    switch (value) {
      case null -> out.text("null");
      case String text -> out.string(JsonText.passed(text), indent, true);
      case Boolean truth -> out.text(truth ? "true" : "false");
      case Double real -> {
        number.setLength(0);
        JsonNumbers.appendYaml(number, real);
        out.text(number.toString());
      }
      default -> out.text(value.toString());
    }
  }

  /** The entries in the order of their keys; a key that is there twice is an error. */
  static List<MappingNode.Entry> sorted(MappingNode mapping) {
    var entries = mapping.entries();
    int size = entries.size();
    boolean ordered = true;
    for (int i = 1; i < size && ordered; i++) {
      ordered = KeyOrder.compare(entries.get(i - 1).name(), entries.get(i).name()) < 0;
    }
    if (ordered) {
      return entries;
    }
    refuseDuplicates(entries);
    var sorted = new ArrayList<>(entries);
    MergeSort.sort(sorted, KeyOrder.INSTANCE);
    return sorted;
  }

  static void refuseDuplicates(List<MappingNode.Entry> entries) {
    var names = HashSet.<String>newHashSet(entries.size());
    for (var entry : entries) {
      if (!names.add(entry.name())) {
        throw duplicate(entry.name());
      }
    }
  }

  private static YamlException duplicate(String key) {
    return new YamlException(
        "yaml: unmarshal errors:\n  mapping key \"" + key + "\" already defined");
  }
}
