package io.burgee.helm.template;

/** The tokens of a text, of which up to three can be given back, and the errors about them. */
final class Tokens {
  private final Source source;
  private final Token[] ahead = new Token[3];
  private int peeked;
  private int actionLine;

  Tokens(Source source) {
    this.source = source;
  }

  /** Errors tell the line where the action began, if they are about another one. */
  void action(Token delimiter) {
    actionLine = delimiter.line();
  }

  void endOfAction() {
    actionLine = 0;
  }

  Token next() {
    if (peeked > 0) {
      peeked--;
    } else {
      ahead[0] = source.lexer.next();
    }
    return ahead[peeked];
  }

  void backup() {
    peeked++;
  }

  /** The present token comes again after that one. */
  void backup(Token first) {
    ahead[1] = first;
    peeked = 2;
  }

  /** The present token comes again after these two. */
  void backup(Token first, Token second) {
    ahead[1] = second;
    ahead[2] = first;
    peeked = 3;
  }

  Token peek() {
    if (peeked > 0) {
      return ahead[peeked - 1];
    }
    peeked = 1;
    ahead[0] = source.lexer.next();
    return ahead[0];
  }

  Token nextNonSpace() {
    var token = next();
    while (token.kind() == TokenKind.SPACE) {
      token = next();
    }
    return token;
  }

  Token peekNonSpace() {
    var token = nextNonSpace();
    backup();
    return token;
  }

  /** One more block or parenthesis begins; {@link #rises} ends it. */
  void deeper() {
    if (!source.deepens()) {
      throw error("max expression depth exceeded");
    }
  }

  void rises() {
    source.rises();
  }

  /** The text of a quoted token. */
  String unquote(Token literal) {
    var text = Quoting.unquote(literal.text());
    if (text == null) {
      throw error("invalid syntax");
    }
    return text;
  }

  Token expect(TokenKind kind, String context) {
    var token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  ParseException unexpected(Token token, String context) {
    if (token.kind() != TokenKind.ERROR) {
      return error("unexpected " + token.shown() + " in " + context);
    }
    var place = "";
    if (actionLine != 0 && actionLine != token.line()) {
      boolean named = token.text().endsWith(" action");
      place = (named ? "" : " in action") + " started at " + source.name + ":" + actionLine;
    }
    return error(token.text() + place);
  }

  ParseException error(String message) {
    return new ParseException("template: " + source.name + ":" + ahead[0].line() + ": " + message);
  }
}
