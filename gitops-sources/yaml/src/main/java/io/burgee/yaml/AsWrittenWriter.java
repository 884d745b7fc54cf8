package io.burgee.yaml;

/**
 * Writes a tree as it was written: the order of keys, quotes, blocks and brackets are kept, lines
 * aren't folded.
 */
final class AsWrittenWriter {
  private static final int INDENT = 2;

  private final Emitter out;

  AsWrittenWriter(StringBuilder out) {
    this.out = new Emitter(out, Integer.MAX_VALUE);
  }

  void document(Node node) {
    node(node, -INDENT, false, false);
    out.indent(0);
  }

  private void node(Node node, int indent, boolean member, boolean flow) {
    switch (node) {
      case ScalarNode scalar -> scalar(scalar, Math.max(indent, 0) + INDENT, flow, false);
      case MappingNode mapping -> {
        if (flow || mapping.flow() || mapping.isEmpty()) {
          flow(mapping);
        } else {
          mapping(mapping, indent + INDENT);
        }
      }
      case SequenceNode sequence -> {
        if (flow || sequence.flow() || sequence.items().isEmpty()) {
          flow(sequence);
        } else {
          sequence(sequence, member && !out.indention() ? indent : indent + INDENT);
        }
      }
    }
  }

  private void sequence(SequenceNode sequence, int indent) {
    for (var item : sequence.items()) {
      out.indent(indent);
      out.indicator('-');
      node(item, indent, false, false);
    }
  }

  private void mapping(MappingNode mapping, int indent) {
    for (var entry : mapping.entries()) {
      out.indent(indent);
      if (simple(entry.key())) {
        scalar(entry.key(), 0, false, true);
        out.colon();
      } else {
        out.indicator('?');
        scalar(entry.key(), indent + INDENT, false, false);
        out.indent(indent);
        out.indicator(':');
      }
      node(entry.value(), indent, true, false);
    }
  }

  private void flow(MappingNode mapping) {
    out.open('{');
    boolean first = true;
    for (var entry : mapping.entries()) {
      if (!first) {
        out.raw(',');
      }
      first = false;
      if (simple(entry.key())) {
        scalar(entry.key(), 0, true, true);
        out.colon();
      } else {
        out.indicator('?');
        scalar(entry.key(), 0, true, false);
        out.indicator(':');
      }
      node(entry.value(), 0, true, true);
    }
    out.raw('}');
  }

  private void flow(SequenceNode sequence) {
    out.open('[');
    boolean first = true;
    for (var item : sequence.items()) {
      if (!first) {
        out.raw(',');
      }
      first = false;
      node(item, 0, false, true);
    }
    out.raw(']');
  }

  private static boolean simple(ScalarNode key) {
    return BlockWriter.simple(key.text());
  }

  private void scalar(ScalarNode scalar, int indent, boolean flow, boolean key) {
    String text = scalar.text();
    String tag = AsWritten.tag(scalar);
    if (!tag.isEmpty()) {
      out.text(tag);
    }
    switch (AsWritten.style(scalar, flow, key)) {
      case PLAIN -> {
        if (!text.isEmpty()) {
          out.text(text);
        }
      }
      case SINGLE_QUOTED -> out.single(text, indent, true);
      case DOUBLE_QUOTED -> out.doubleQuoted(text, indent, false);
      case LITERAL -> out.literal(text, indent);
      case FOLDED -> out.foldedBlock(text, indent);
    }
  }
}
