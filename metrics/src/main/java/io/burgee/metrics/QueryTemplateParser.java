package io.burgee.metrics;

import io.burgee.metrics.QueryTemplate.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Splits a template at its actions. */
final class QueryTemplateParser {
  private static final Pattern VARIABLE =
      Pattern.compile("variables\\.([\\p{L}_][\\p{L}\\p{Nd}_]*)");
  private static final Pattern FIRST_WORD = Pattern.compile("[.$\\w]+");
  private static final Set<String> KEYWORDS =
      Set.of(
          "if", "else", "end", "range", "with", "define", "template", "block", "break", "continue");

  private final String template;
  private final List<Part> parts = new ArrayList<>();
  private int at;
  private boolean trimNext;

  QueryTemplateParser(String template) {
    this.template = template;
  }

  List<Part> parts() {
    for (int open = template.indexOf("{{", at); open >= 0; open = template.indexOf("{{", at)) {
      action(open);
    }
    text(template.substring(at), false);
    return List.copyOf(parts);
  }

  private void action(int open) {
    int start = open + 2;
    boolean trimBefore = template.startsWith("-", start) && isSpace(start + 1);
    text(template.substring(at, open), trimBefore);
    int begin = trimBefore ? start + 2 : start;
    int close = close(open, begin);
    var body = template.substring(begin, close);
    trimNext = body.endsWith("-") && body.length() > 1 && isSpace(close - 2);
    part(trimNext ? body.substring(0, body.length() - 1) : body, open);
    at = close + 2;
  }

  /** A comment may hold braces; it ends with its own mark. */
  private int close(int open, int begin) {
    int from = template.startsWith("/*", begin) ? template.indexOf("*/", begin) : begin;
    int close = from < 0 ? -1 : template.indexOf("}}", from);
    if (close < 0) {
      throw problem(open, "the action is not closed");
    }
    return close;
  }

  private void text(String text, boolean trimEnd) {
    var rest = trimNext ? text.stripLeading() : text;
    rest = trimEnd ? rest.stripTrailing() : rest;
    trimNext = false;
    if (!rest.isEmpty()) {
      parts.add(new Part.Text(rest));
    }
  }

  private void part(String body, int open) {
    var action = body.strip();
    if (action.startsWith("/*") && action.endsWith("*/")) {
      return;
    }
    var variable = VARIABLE.matcher(action);
    if (variable.matches()) {
      parts.add(new Part.Variable(variable.group(1)));
    } else if (QueryTemplate.NAMES.contains(action)) {
      parts.add(new Part.Name(action));
    } else {
      throw problem(open, unsupported(action));
    }
  }

  private static String unsupported(String action) {
    return construct(action)
        + " is not supported; a query may use "
        + String.join(", ", new TreeSet<>(QueryTemplate.NAMES))
        + ", variables.KEY and comments";
  }

  private static String construct(String action) {
    if (action.isEmpty()) {
      return "an empty action";
    }
    if (action.contains("|")) {
      return "a pipeline ({{ " + action + " }})";
    }
    var word = FIRST_WORD.matcher(action);
    var first = word.lookingAt() ? word.group() : action;
    if (KEYWORDS.contains(first)) {
      return "\"" + first + "\"";
    }
    return first.equals(action)
        ? "\"" + action + "\""
        : "a function or expression ({{ " + action + " }})";
  }

  private boolean isSpace(int index) {
    return index < template.length() && Character.isWhitespace(template.charAt(index));
  }

  private IllegalArgumentException problem(int open, String what) {
    long line = template.substring(0, open).chars().filter(c -> c == '\n').count() + 1;
    return new IllegalArgumentException("query template line " + line + ": " + what);
  }
}
