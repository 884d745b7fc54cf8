package io.burgee.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as go-yaml's third version does if nothing is between: lists indented below their
 * key, no line folded, large real numbers with an exponent. A {@link ScalarNode} is written as its
 * text, with its tag if that is {@link Tag#BINARY}; a map keeps its order if it is a {@link
 * Fields}.
 */
public final class PrettyWriter {
  private static final int INDENT = 2;
  private static final int DEPTH = 1_000;

  private final Emitter out;
  private final StringBuilder text;
  private final ValueWriter.Values values;
  private int depth;

  /** A map whose order is of its own, as a struct's. */
  public interface Fields extends Map<String, @Nullable Object> {}

  private PrettyWriter(StringBuilder text, ValueWriter.Values values) {
    this.out = new Emitter(text, Integer.MAX_VALUE);
    this.text = text;
    this.values = values;
  }

  /**
   * Appends the value as one document, ending in a newline.
   *
   * @throws YamlException if more than a thousand maps and lists are in each other
   */
  public static void write(@Nullable Object value, ValueWriter.Values values, StringBuilder out) {
    var writer = new PrettyWriter(out, values);
    writer.node(value, -INDENT);
    writer.out.indent(0);
  }

  private void node(@Nullable Object value, int indent) {
    Object plain = values.plain(value, text.length());
    switch (plain) {
      case Map<?, ?> map -> map(map, indent + INDENT);
      case List<?> list -> list(list, indent + INDENT);
      case null, default -> scalar(plain, Math.max(indent, 0) + INDENT, false);
    }
  }

  private void list(List<?> list, int indent) {
    if (list.isEmpty()) {
      out.text("[]");
      return;
    }
    enter();
    for (var item : list) {
      out.indent(indent);
      out.indicator('-');
      node(item, indent);
    }
    depth--;
  }

  private void map(Map<?, ?> map, int indent) {
    if (map.isEmpty()) {
      out.text("{}");
      return;
    }
    enter();
    var entries =
        map instanceof Fields ? List.copyOf(map.entrySet()) : ValueWriter.sorted(map, true);
    for (Map.Entry<?, ?> entry : entries) {
      out.indent(indent);
      Object key = values.plain(entry.getKey(), text.length());
      if (BlockWriter.simple(String.valueOf(key))) {
        scalar(key, 0, true);
        out.colon();
      } else {
        out.indicator('?');
        scalar(key, indent + INDENT, false);
        out.indent(indent);
        out.indicator(':');
      }
      node(entry.getValue(), indent);
    }
    depth--;
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new YamlException("yaml: exceeded max depth");
    }
  }

  private void scalar(@Nullable Object value, int indent, boolean key) {
    switch (value) {
      case null -> out.text("null");
      case String string -> string(string, indent, key);
      case Double real -> out.text(real(real));
      case ScalarNode scalar -> {
        if (scalar.tag() == Tag.BINARY) {
          out.text("!!binary");
        }
        out.text(scalar.text());
      }
      default -> out.text(value.toString());
    }
  }

  private void string(String string, int indent, boolean key) {
    var wanted =
        string.indexOf('\n') >= 0
            ? Style.LITERAL
            : Resolver.plainString(string) ? Style.PLAIN : Style.DOUBLE_QUOTED;
    switch (AsWritten.allowed(wanted, string, false, key)) {
      case PLAIN -> out.text(string);
      case SINGLE_QUOTED -> out.single(string, indent, true);
      case LITERAL, FOLDED -> out.literal(string, indent);
      case DOUBLE_QUOTED -> out.doubleQuoted(string, indent, false);
    }
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    var number = new StringBuilder(24);
    GoNumbers.append(number, value, -4, 6);
    return number.toString();
  }
}
