package io.burgee.helm.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sorts of tokens there are. */
@SuppressWarnings("EnumOrdinal") // keywords come last
enum TokenKind {
  ERROR,
  BOOL,
  CHAR,
  CHAR_CONSTANT,
  COMPLEX,
  ASSIGN,
  DECLARE,
  EOF,
  FIELD,
  IDENTIFIER,
  LEFT_DELIMITER,
  LEFT_PAREN,
  NUMBER,
  PIPE,
  RAW_STRING,
  RIGHT_DELIMITER,
  RIGHT_PAREN,
  SPACE,
  STRING,
  TEXT,
  VARIABLE,
  DOT,
  NIL,
  BLOCK,
  BREAK,
  CONTINUE,
  DEFINE,
  ELSE,
  END,
  IF,
  RANGE,
  TEMPLATE,
  WITH;

  private static final Map<String, TokenKind> KEYWORDS =
      Map.ofEntries(
          Map.entry(".", DOT),
          Map.entry("nil", NIL),
          Map.entry("block", BLOCK),
          Map.entry("break", BREAK),
          Map.entry("continue", CONTINUE),
          Map.entry("define", DEFINE),
          Map.entry("else", ELSE),
          Map.entry("end", END),
          Map.entry("if", IF),
          Map.entry("range", RANGE),
          Map.entry("template", TEMPLATE),
          Map.entry("with", WITH));

  static @Nullable TokenKind keyword(String word) {
    return KEYWORDS.get(word);
  }

  boolean isKeyword() {
    return ordinal() >= DOT.ordinal();
  }
}
