package io.burgee.kustomize.select;

import io.burgee.kustomize.BuildException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses expressions that would become huge when compiled, as Go does: counted repetitions in one
 * another multiply. A scan over the text is enough to know, before anything is built of it.
 */
final class PatternSize {
  private static final int MAX_REPEATS = 1_000;
  private static final int MAX_DEPTH = 1_000;
  private static final long MAX_SIZE = 500_000;

  private final String text;
  private final Deque<Part> open = new ArrayDeque<>();
  private Part group = new Part(0, 1);
  private Part last = new Part(0, 1);
  private int at;

  /** How large something gets, and how often its innermost part is repeated. */
  private record Part(long size, long repeats) {}

  private PatternSize(String text) {
    this.text = text;
  }

  /**
   * Does nothing if the expression is of a bearable size.
   *
   * @throws BuildException if it isn't
   */
  static void check(String expression) {
    new PatternSize(expression).scan();
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '{' -> repeat(at - 1);
        case '*', '+', '?', '|', '^', '$' -> grow(1);
        default -> atom(1);
      }
    }
  }

  private void escape() {
    if (text.startsWith("Q", at)) {
      int end = text.indexOf("\\E", at);
      at = end < 0 ? text.length() : end + 2;
      atom(at);
    } else {
      // Names of classes, such as those of Unicode, are no repetitions.
      boolean named = text.startsWith("p{", at) || text.startsWith("P{", at);
      boolean coded = text.startsWith("x{", at);
      int end = named || coded ? text.indexOf('}', at) : -1;
      at = end < 0 ? Math.min(at + 1, text.length()) : end + 1;
      atom(1);
    }
  }

  private void characterClass() {
    if (text.startsWith("^", at)) {
      at++;
    }
    boolean first = true;
    while (at < text.length() && (first || text.charAt(at) != ']')) {
      if (text.startsWith("[:", at) && text.indexOf(":]", at) > 0) {
        at = text.indexOf(":]", at) + 2;
      } else {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      first = false;
    }
    at++;
    atom(1);
  }

  private void open() {
    open.push(group);
    if (open.size() > MAX_DEPTH) {
      throw new BuildException("error parsing regexp: expression nests too deeply: `" + text + "`");
    }
    group = new Part(2, 1);
  }

  private void close() {
    if (!open.isEmpty()) {
      var inner = group;
      group = open.pop();
      add(inner);
    }
  }

  private void atom(int size) {
    add(new Part(size, 1));
  }

  private void add(Part part) {
    last = part;
    group = new Part(group.size + part.size, Math.max(group.repeats, part.repeats));
    if (group.size > MAX_SIZE) {
      throw new BuildException("error parsing regexp: expression too large: `" + text + "`");
    }
  }

  private void grow(int size) {
    group = new Part(group.size + size, group.repeats);
  }

  private void repeat(int start) {
    int comma = -1;
    int end = at;
    while (end < text.length() && text.charAt(end) != '}') {
      char c = text.charAt(end);
      if (c == ',' && comma < 0 && end > at) {
        comma = end;
      } else if (c < '0' || c > '9') {
        atom(1); // it isn't one, but a brace
        return;
      }
      end++;
    }
    if (end == text.length() || end == at) {
      atom(1);
      return;
    }
    int from = comma < 0 || comma == end - 1 ? at : comma + 1;
    int to = comma == end - 1 ? comma : end;
    long times = to - from > 4 ? MAX_REPEATS + 1L : Long.parseLong(text.substring(from, to));
    at = end + 1;
    long repeats = last.repeats * Math.max(1, times);
    if (repeats > MAX_REPEATS) {
      throw new BuildException(
          "error parsing regexp: invalid repeat count: `" + text.substring(start, at) + "`");
    }
    add(new Part(last.size * Math.max(1, times), repeats));
  }
}
