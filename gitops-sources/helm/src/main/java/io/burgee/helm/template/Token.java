package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;

/**
 * A piece of a template's text.
 *
 * @param position of its first character in the text
 * @param line of its first character; the first one is 1
 */
record Token(TokenKind kind, int position, String text, int line) {
  private static final int SHOWN = 10;

  /** As errors show it. */
  String shown() {
    if (kind == TokenKind.EOF) {
      return "EOF";
    }
    if (kind == TokenKind.ERROR) {
      return text;
    }
    if (kind.isKeyword()) {
      return "<" + text + ">";
    }
    return text.codePointCount(0, text.length()) > SHOWN
        ? GoQuote.quote(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "..."
        : GoQuote.quote(text);
  }
}
