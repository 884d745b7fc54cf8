package io.burgee.kustomize.fuzz;

import java.util.List;

/**
 * Resources in the many ways that YAML has to say something: flow and block, the styles of scalars,
 * anchors and merges, tags, comments, odd indentation. Some of it is wrong.
 */
final class Syntax {
  private static final List<String> BLOCK_LINES =
      List.of("text", "two words", "", "  indented", "trailing ", "# no comment", "a: b", "- c");
  private static final List<String> TAGGED =
      List.of(
          "!!str 1",
          "!!str true",
          "!!int \"3\"",
          "!!float 1",
          "!!float \"2.5\"",
          "!!null ''",
          "!!binary aGk=",
          "!!bool \"true\"",
          "!custom x",
          "!!str",
          "! 12",
          "!!int x",
          "!!timestamp 2020-01-01");
  private static final int DEEPEST = 4;

  private final Dice dice;
  private final StringBuilder out = new StringBuilder();
  private int anchors;
  private int maps;
  private int open;

  Syntax(Dice dice) {
    this.dice = dice;
  }

  /** A file of one or two resources. */
  String file() {
    for (int i = dice.between(1, 2); i > 0; i--) {
      separator();
      object(i);
    }
    return dice.percent(3) ? out.toString().replace("\n", "\r\n") : out.toString();
  }

  private void separator() {
    if (!out.isEmpty()) {
      out.append(dice.of("---\n", "---\n", "--- # next\n", "---\n# note\n---\n", "---   \n\n"));
    } else if (dice.percent(10)) {
      out.append(dice.of("---\n", "# first\n---\n", "\n\n", "--- \n", "%YAML 1.1\n---\n"));
    }
    anchors = 0;
    maps = 0;
  }

  private void object(int number) {
    if (dice.percent(40)) {
      out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c").append(number);
      out.append("\ndata:\n");
      for (int i = dice.between(1, 4); i > 0; i--) {
        out.append("  ").append(key()).append(":");
        scalar(2);
      }
    } else {
      out.append("apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w").append(number);
      out.append("\nspec:");
      node(0, 1);
    }
    if (dice.percent(5)) {
      out.append(dice.of("...\n", "# end\n", "\n\n", "status:\n", "status: {}\n"));
    }
  }

  /** What follows a key's colon or an item's dash, with the line's end. */
  private void node(int indent, int depth) {
    int choice = dice.below(depth > DEEPEST ? 5 : 10);
    switch (choice) {
      case 0, 1, 2 -> scalar(indent);
      case 3 -> out.append(' ').append(flow(2)).append(comment()).append('\n');
      case 4 -> anchored(indent);
      case 5, 6, 7 -> map(indent, depth);
      default -> list(indent, depth);
    }
  }

  private void map(int indent, int depth) {
    // Whoever holds itself ends the real tool with a full stack: only what is complete is merged.
    boolean anchored = depth > 1 && open == 0 && dice.percent(15);
    int known = maps;
    open += anchored ? 1 : 0;
    out.append(anchored ? " &m" + known : "").append(comment()).append('\n');
    entries(indent, depth);
    open -= anchored ? 1 : 0;
    maps += anchored ? 1 : 0;
  }

  private void entries(int indent, int depth) {
    int inner = indent + dice.of(2, 2, 2, 4, 1, 3);
    var margin = " ".repeat(inner);
    if (maps > 0 && dice.percent(15)) {
      var merged = "*m" + dice.below(maps);
      out.append(margin).append("<<: ").append(dice.of(merged, "[" + merged + "]")).append('\n');
    }
    for (int i = dice.between(1, 4); i > 0; i--) {
      gap(inner);
      if (dice.percent(3)) {
        out.append(margin).append("? ").append(key()).append('\n').append(margin).append(":");
      } else {
        out.append(margin).append(key()).append(dice.percent(3) ? " :" : ":");
      }
      node(inner, depth + 1);
    }
  }

  private void list(int indent, int depth) {
    out.append(comment()).append('\n');
    int inner = indent + dice.of(0, 2, 2, 4);
    for (int i = dice.between(1, 4); i > 0; i--) {
      gap(inner);
      out.append(" ".repeat(inner)).append('-');
      if (dice.percent(25)) {
        compact(inner + 2, depth);
      } else {
        node(inner, depth + 1);
      }
    }
  }

  /** A mapping or list that begins on its item's line. */
  private void compact(int indent, int depth) {
    if (dice.percent(25)) {
      out.append(" -");
      scalar(indent);
      out.append(" ".repeat(indent)).append("-");
      scalar(indent);
      return;
    }
    out.append(' ').append(key()).append(':');
    node(indent, depth + 1);
    if (dice.percent(60)) {
      out.append(" ".repeat(indent)).append(key()).append(':');
      node(indent, depth + 1);
    }
  }

  private void gap(int indent) {
    if (dice.percent(6)) {
      out.append(dice.of("\n", "# note\n", " ".repeat(indent) + "# note\n", "   \n"));
    }
  }

  private void anchored(int indent) {
    if (anchors > 0 && dice.percent(60)) {
      out.append(" *a").append(dice.below(anchors)).append('\n');
    } else {
      out.append(" &a").append(anchors++);
      scalar(indent);
    }
  }

  private void scalar(int indent) {
    var margin = " ".repeat(indent + dice.of(1, 2, 2, 3));
    switch (dice.below(10)) {
      case 0 -> block(margin);
      case 1 -> out.append(" 'one\n").append(margin).append("two ''three''\n\n  four'\n");
      case 2 ->
          out.append(" \"one \\\n")
              .append(margin)
              .append(dice.of("two", "\\ two", "two\\n"))
              .append("\n\n")
              .append(margin)
              .append(dice.of("\\u00e9\"", "\\x41\\t\"", " four \""))
              .append('\n');
      case 3 ->
          out.append(" one\n")
              .append(margin)
              .append(dice.of("two", "two # note", "- two", "'two'", "two: three"))
              .append('\n');
      case 4 -> out.append(' ').append(dice.of(TAGGED)).append('\n');
      case 5 -> out.append(dice.of("", " ~", " ''", " \"\"")).append(comment()).append('\n');
      default ->
          out.append(dice.of(" ", " ", " ", "  ", "\t"))
              .append(dice.of(Values.QUIRKS))
              .append(comment())
              .append('\n');
    }
  }

  private void block(String margin) {
    out.append(' ').append(dice.of("|", "|", ">", ">"));
    out.append(dice.of("", "", "", "-", "+"));
    if (dice.percent(8)) {
      out.append(dice.of("1", "2", "4"));
    }
    out.append(dice.percent(8) ? " # note" : "").append('\n');
    for (int i = dice.between(0, 5); i > 0; i--) {
      var line = dice.of(BLOCK_LINES);
      out.append(line.isEmpty() && dice.percent(70) ? "" : margin).append(line).append('\n');
    }
  }

  private String comment() {
    return dice.percent(6) ? dice.of(" # note", "  #", " # a: b") : "";
  }

  private String key() {
    var key = dice.of("a", "b", "c", "d", "e", "f", "g", "h") + dice.below(30);
    return switch (dice.below(14)) {
      case 0 -> '"' + key + '"';
      case 1 -> "'" + key + "'";
      case 2 -> dice.of("1", "2.5", "true", "yes", "null", "~", "0x10", "1e3", "''", "2020-01-01");
      case 3 -> dice.of("with space", "a/b.c", "-x", "x#y", "\"q: r\"", "é", "a,b", "$(X)");
      default -> key;
    };
  }

  private String flow(int depth) {
    if (depth == 0 || dice.percent(35)) {
      return dice.of("one", "'two'", "\"three\"", "4", "true", "null", "~", "a b", "1.50", "x:y");
    }
    var text = new StringBuilder();
    boolean list = dice.percent(50);
    text.append(list ? "[" : "{");
    int count = dice.between(0, 3);
    for (int i = 0; i < count; i++) {
      text.append(i > 0 ? dice.of(", ", ",", " , ") : dice.of("", "", " "));
      if (list) {
        text.append(dice.percent(8) ? "k: v" : flow(depth - 1));
      } else if (dice.percent(8)) {
        text.append(dice.of("alone" + i, "\"q" + i + "\":1", "? x" + i + " : y"));
      } else {
        text.append('k').append(i).append(": ").append(flow(depth - 1));
      }
    }
    text.append(count > 0 && dice.percent(8) ? "," : "").append(dice.of("", "", " "));
    return text.append(list ? ']' : '}').toString();
  }
}
