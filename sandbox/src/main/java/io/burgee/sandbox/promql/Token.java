package io.burgee.sandbox.promql;

/** A word of a query; {@code offset} counts characters from 0. Strings are already unquoted. */
record Token(Kind kind, String text, int offset) {
  enum Kind {
    NUMBER,
    DURATION,
    STRING,
    NAME,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  /** How an error message names it. */
  String shown() {
    return kind == Kind.END ? "end of input" : "\"" + text + "\"";
  }
}
