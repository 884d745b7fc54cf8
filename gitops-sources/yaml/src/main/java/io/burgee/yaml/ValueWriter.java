package io.burgee.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values that are no nodes as {@link YamlWriter} writes nodes, without making any. They are
 * null, a String, Boolean, Double, Long, BigInteger, or a List or a Map of such.
 */
public final class ValueWriter {
  private static final int WIDTH = 80;
  private static final int INDENT = 2;
  private static final int DEPTH = 1_000;

  private final Emitter out;
  private final StringBuilder text;
  private final Values values;
  private final StringBuilder number = new StringBuilder(24);
  private int depth;

  /** Says what other objects stand for, and can end the writing by an exception. */
  @FunctionalInterface
  public interface Values {
    /**
     * Called for each value before it is written.
     *
     * @param written how long the text is until here
     * @return what to write
     */
    @Nullable Object plain(@Nullable Object value, int written);
  }

  private ValueWriter(StringBuilder text, Values values) {
    this.out = new Emitter(text, WIDTH);
    this.text = text;
    this.values = values;
  }

  /**
   * Appends the value as one document, ending in a newline. All keys of maps must be strings.
   *
   * @throws YamlException if it can't be written: an infinite number, control characters, a map
   *     that holds itself or more than a thousand in each other
   */
  public static void write(@Nullable Object value, Values values, StringBuilder out) {
    new ValueWriter(out, values).document(value);
  }

  private void document(@Nullable Object value) {
    Object plain = values.plain(value, text.length());
    switch (plain) {
      case Map<?, ?> map -> map(map, -INDENT);
      case List<?> list -> list(list, -INDENT, false);
      case null, default -> scalar(plain, INDENT);
    }
    out.indent(0);
  }

  private void node(@Nullable Object value, int indent, boolean member) {
    Object plain = values.plain(value, text.length());
    switch (plain) {
      case String string -> out.string(JsonText.passed(string), indent + INDENT, true);
      case Map<?, ?> map -> map(map, indent);
      case List<?> list -> list(list, indent, member);
      case null, default -> scalar(plain, indent + INDENT);
    }
  }

  private void scalar(@Nullable Object value, int indent) {
    switch (value) {
      case null -> out.text("null");
      case String string -> out.string(JsonText.passed(string), indent, true);
      case Double real -> {
        number.setLength(0);
        JsonNumbers.appendYaml(number, real);
        out.text(number.toString());
      }
      default -> out.text(value.toString());
    }
  }

  private void list(List<?> list, int indent, boolean member) {
    if (list.isEmpty()) {
      out.text("[]");
      return;
    }
    enter();
    int column = member && !out.indention() ? indent : indent + INDENT;
    for (var item : list) {
      out.indent(column);
      out.indicator('-');
      node(item, column, false);
    }
    depth--;
  }

  private void map(Map<?, ?> map, int above) {
    if (map.isEmpty()) {
      out.text("{}");
      return;
    }
    enter();
    int indent = above + INDENT;
    for (var entry : sorted(map, false)) {
      out.indent(indent);
      String key = JsonText.passedKey(name(entry));
      if (BlockWriter.simple(key)) {
        out.string(key, 0, false);
        out.colon();
      } else {
        out.indicator('?');
        out.string(key, indent + INDENT, true);
        out.indent(indent);
        out.indicator(':');
      }
      node(entry.getValue(), indent, true);
    }
    depth--;
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new YamlException(
          "json: unsupported value: encountered a cycle via map[string]interface {}");
    }
  }

  /** The name of a key, which {@link Values} may have to say something on too. */
  private String name(Map.Entry<?, ?> entry) {
    return (String) java.util.Objects.requireNonNull(values.plain(entry.getKey(), text.length()));
  }

  static List<Map.Entry<?, ?>> sorted(Map<?, ?> map, boolean third) {
    var entries = new ArrayList<Map.Entry<?, ?>>(map.entrySet());
    boolean ordered = true;
    for (int i = 1; i < entries.size() && ordered; i++) {
      ordered = compare(entries.get(i - 1), entries.get(i), third) < 0;
    }
    if (!ordered) {
      MergeSort.sort(entries, (left, right) -> compare(left, right, third));
    }
    return entries;
  }

  private static int compare(Map.Entry<?, ?> left, Map.Entry<?, ?> right, boolean third) {
    return KeyOrder.compare((String) left.getKey(), (String) right.getKey(), third);
  }
}
