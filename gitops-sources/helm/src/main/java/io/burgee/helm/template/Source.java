package io.burgee.helm.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What the parsers of a text and of the definitions in it share. */
final class Source {
  /** Of blocks and parentheses in each other; Go bounds only the latter, by 10,000. */
  private static final int DEEPEST = 1_000;

  final String name;
  final String text;
  final Lexer lexer;
  final Predicate<String> functions;
  final Map<String, Tree> trees = new LinkedHashMap<>();
  private int depth;

  Source(String name, String text, Predicate<String> functions) {
    this.name = name;
    this.text = text;
    this.lexer = new Lexer(text);
    this.functions = functions;
  }

  /** One more block or parenthesis is open; whether that is still allowed. */
  boolean deepens() {
    return ++depth <= DEEPEST;
  }

  void rises() {
    depth--;
  }
}
