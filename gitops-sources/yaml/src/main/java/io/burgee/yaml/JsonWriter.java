package io.burgee.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes nodes as Go's {@code encoding/json} writes maps: keys sorted by their bytes. */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";
  private static final Comparator<MappingNode.Entry> BY_NAME =
      (left, right) -> compare(left.name(), right.name());

  private final StringBuilder out;
  private final boolean indented;

  private JsonWriter(StringBuilder out, boolean indented) {
    this.out = out;
    this.indented = indented;
  }

  /**
   * The value on one line, without blanks.
   *
   * @throws YamlException if JSON can't hold it: an infinite number, a key that is there twice
   */
  public static String compact(Node node) {
    var out = new StringBuilder();
    new JsonWriter(out, false).node(node, 0, false);
    return out.toString();
  }

  /** The value with a line for each member and item, indented by two; no newline at the end. */
  public static String indented(Node node) {
    var out = new StringBuilder();
    new JsonWriter(out, true).node(node, 0, false);
    return out.toString();
  }

  private void node(Node node, int depth, boolean flow) {
    switch (node) {
      case ScalarNode scalar -> scalar(scalar, flow);
      case SequenceNode sequence -> sequence(sequence.items(), depth, flow || sequence.flow());
      case MappingNode mapping -> mapping(mapping, depth, flow || mapping.flow());
    }
  }

  private void mapping(MappingNode mapping, int depth, boolean flow) {
    out.append('{');
    boolean first = true;
    for (var entry : sorted(mapping)) {
      separate(first, depth + 1);
      first = false;
      string(out, entry.name());
      out.append(indented ? ": " : ":");
      node(entry.value(), depth + 1, flow);
    }
    end(first, depth, '}');
  }

  private void sequence(List<Node> items, int depth, boolean flow) {
    out.append('[');
    boolean first = true;
    for (var item : items) {
      separate(first, depth + 1);
      first = false;
      node(item, depth + 1, flow);
    }
    end(first, depth, ']');
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(',');
    }
    if (indented) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void end(boolean empty, int depth, char bracket) {
    if (indented && !empty) {
      out.append('\n').repeat("  ", depth);
    }
    out.append(bracket);
  }

  private void scalar(ScalarNode scalar, boolean flow) {
    Object value = Scalars.value(scalar, flow);
    switch (value) {
      case null -> out.append("null");
      case String text -> string(out, text);
      case Double real -> JsonNumbers.append(out, real);
      default -> out.append(value);
    }
  }

  private static List<MappingNode.Entry> sorted(MappingNode mapping) {
    BlockWriter.refuseDuplicates(mapping.entries());
    var entries = new ArrayList<>(mapping.entries());
    entries.sort(BY_NAME);
    return entries;
  }

  /** By UTF-8 bytes, which is by code point: surrogates come after all other characters. */
  private static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean pairA = Character.isSurrogate(a);
        return pairA == Character.isSurrogate(b) ? Character.compare(a, b) : pairA ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** A string with its quotes; what could end a script in HTML is escaped. */
  static void string(StringBuilder out, String text) {
    out.append('"');
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (safe(c)) {
        continue;
      }
      out.append(text, start, i);
      start = i + 1;
      escape(out, c);
    }
    out.append(text, start, text.length()).append('"');
  }

  private static boolean safe(char c) {
    return switch (c) {
      case '"', '\\', '<', '>', '&', 0x2028, 0x2029 -> false;
      default -> c >= ' ';
    };
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 15));
        }
      }
    }
  }
}
