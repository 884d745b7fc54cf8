package io.burgee.metrics;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A query with {@code {{ names }}} to fill in: the part of Go's text/template that queries are
 * written in. That is names, {@code variables.KEY}, comments and trim markers; values go in as they
 * are.
 */
public final class QueryTemplate {
  static final Set<String> NAMES =
      Set.of("name", "namespace", "target", "service", "ingress", "route", "interval");

  private final List<Part> parts;

  private QueryTemplate(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it holds anything else, which the message names
   */
  public static QueryTemplate parse(String text) {
    return new QueryTemplate(new QueryTemplateParser(text).parts());
  }

  /**
   * Fills in.
   *
   * @throws IllegalArgumentException if a variable is missing
   */
  public String render(Bindings bindings) {
    var result = new StringBuilder();
    for (var part : parts) {
      result.append(
          switch (part) {
            case Part.Text(var text) -> text;
            case Part.Name(var key) -> bindings.named(key).orElseThrow();
            case Part.Variable(var key) -> variable(bindings, key);
          });
    }
    return result.toString();
  }

  private static String variable(Bindings bindings, String key) {
    var value = bindings.variables().get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "no template variable "
              + key
              + ", given are: "
              + String.join(", ", new TreeSet<>(bindings.variables().keySet())));
    }
    return value;
  }

  /** What a template is made of. */
  sealed interface Part {
    record Text(String text) implements Part {}

    record Name(String key) implements Part {}

    record Variable(String key) implements Part {}
  }
}
