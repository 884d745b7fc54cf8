package io.burgee.kustomize.fuzz;

import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists and scalars as YAML in block style. A {@link Raw} scalar is written as it is;
 * a string is written in double quotes unless it is a plain word.
 */
final class Text {
  private final StringBuilder out = new StringBuilder();

  /** YAML text that stands for itself. */
  record Raw(String yaml) {}

  private Text() {}

  static String of(Object value) {
    var text = new Text();
    text.block(value, 0);
    return text.out.toString();
  }

  static String documents(List<?> values) {
    var text = new StringBuilder();
    for (var value : values) {
      text.append(text.isEmpty() ? "" : "---\n").append(of(value));
    }
    return text.toString();
  }

  private void block(Object value, int indent) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() ->
          map.forEach((key, child) -> entry(" ".repeat(indent) + word(key) + ":", child, indent));
      case List<?> list when !list.isEmpty() ->
          list.forEach(child -> entry(" ".repeat(indent) + "-", child, indent));
      default -> out.append(" ".repeat(indent)).append(scalar(value)).append('\n');
    }
  }

  private void entry(String head, Object child, int indent) {
    out.append(head);
    if ((child instanceof Map<?, ?> map && !map.isEmpty())
        || (child instanceof List<?> list && !list.isEmpty())) {
      out.append('\n');
      block(child, indent + 2);
    } else {
      out.append(' ').append(scalar(child)).append('\n');
    }
  }

  private static String word(Object key) {
    return key instanceof Raw raw ? raw.yaml() : scalar(key);
  }

  private static String scalar(Object value) {
    return switch (value) {
      case Raw raw -> raw.yaml();
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case List<?> list when list.isEmpty() -> "[]";
      case String text when isWord(text) -> text;
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  private static boolean isWord(String text) {
    if (text.isEmpty()
        || !Character.isLetter(text.charAt(0))
        || (text.length() < 4 && !text.matches("[a-z]{2,3}"))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((Character.isLetterOrDigit(c) && c < 128) || c == '-' || c == '/' || c == '.')) {
        return false;
      }
    }
    return !List.of("true", "false", "null", "yes", "no", "on", "off")
        .contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c < 0x20 || c == 0x7f) {
            quoted.append(String.format("\\x%02x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
