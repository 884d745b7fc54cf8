package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;
import org.jspecify.annotations.Nullable;

/** Takes a template's text apart, one token at a time. */
final class Lexer {
  private static final int END = -1;
  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final String COMMENT = "/*";
  private static final String COMMENT_END = "*/";

  /** A blank and a minus, beside a delimiter. */
  private static final int TRIM_MARKER = 2;

  private final String input;
  private int end;
  private int position;
  private int start;
  private int line = 1;
  private int startLine = 1;
  private int parens;
  private boolean insideAction;
  private boolean atEnd;

  Lexer(String input) {
    this.input = input;
    this.end = input.length();
  }

  /** The next one; after an error, or at the end, EOF for ever. */
  Token next() {
    if (!insideAction) {
      return text();
    }
    return action();
  }

  private Token text() {
    while (true) {
      int open = position < end ? input.indexOf(LEFT, position) : -1;
      if (open < 0) {
        return rest();
      }
      if (open > position || start < position) {
        int trimmed = open;
        if (trimsLeft(open + LEFT.length())) {
          while (trimmed > start && isSpace(input.charAt(trimmed - 1))) {
            trimmed--;
          }
        }
        position = trimmed;
        countLines();
        var token = take(TokenKind.TEXT);
        position = open;
        ignore();
        if (!token.text().isEmpty()) {
          return token;
        }
      }
      var token = leftDelimiter();
      if (token != null) {
        return token;
      }
    }
  }

  private Token rest() {
    position = end;
    if (position > start) {
      countLines();
      return take(TokenKind.TEXT);
    }
    return new Token(TokenKind.EOF, position, "", startLine);
  }

  /** Null if it was a comment. */
  private @Nullable Token leftDelimiter() {
    position += LEFT.length();
    int marker = trimsLeft(position) ? TRIM_MARKER : 0;
    if (at(position + marker, COMMENT)) {
      position += marker;
      ignore();
      return comment();
    }
    var token = take(TokenKind.LEFT_DELIMITER);
    insideAction = true;
    position += marker;
    ignore();
    parens = 0;
    return token;
  }

  private @Nullable Token comment() {
    position += COMMENT.length();
    int close = input.indexOf(COMMENT_END, position);
    if (close < 0) {
      return error("unclosed comment");
    }
    position = close + COMMENT_END.length();
    boolean trims = trimsRight(position);
    if (!trims && !at(position, RIGHT)) {
      return error("comment ends before closing delimiter");
    }
    position += (trims ? TRIM_MARKER : 0) + RIGHT.length();
    if (trims) {
      skipSpace();
    }
    ignore();
    return null;
  }

  private Token rightDelimiter() {
    boolean trims = trimsRight(position);
    if (trims) {
      position += TRIM_MARKER;
      ignore();
    }
    position += RIGHT.length();
    var token = take(TokenKind.RIGHT_DELIMITER);
    if (trims) {
      skipSpace();
      ignore();
    }
    insideAction = false;
    return token;
  }

  private Token action() {
    if (trimsRight(position) || at(position, RIGHT)) {
      return parens == 0 ? rightDelimiter() : error("unclosed left paren");
    }
    int c = read();
    return switch (c) {
      case END -> error("unclosed action");
      case ' ', '\t', '\r', '\n' -> space();
      case '=' -> take(TokenKind.ASSIGN);
      case ':' -> read() == '=' ? take(TokenKind.DECLARE) : error("expected :=");
      case '|' -> take(TokenKind.PIPE);
      case '"' -> literal('"', TokenKind.STRING, "unterminated quoted string");
      case '`' -> rawString();
      case '$' -> fieldOrVariable(TokenKind.VARIABLE);
      case '\'' -> literal('\'', TokenKind.CHAR_CONSTANT, "unterminated character constant");
      case '(' -> {
        parens++;
        yield take(TokenKind.LEFT_PAREN);
      }
      case ')' -> {
        parens--;
        yield parens < 0 ? error("unexpected right paren") : take(TokenKind.RIGHT_PAREN);
      }
      default -> word(c);
    };
  }

  private Token word(int c) {
    if (c == '.' && !(position < end && isDigit(input.charAt(position))) && position < end) {
      return fieldOrVariable(TokenKind.FIELD);
    }
    if (c == '.' || c == '+' || c == '-' || isDigit(c)) {
      position--;
      return number();
    }
    if (isAlphanumeric(c)) {
      unread(c);
      return identifier();
    }
    if (c > ' ' && c < 0x7F) {
      return take(TokenKind.CHAR);
    }
    return error("unrecognized character in action: " + Quoting.character(c));
  }

  private Token space() {
    while (isSpace(peek())) {
      read();
    }
    int spaces = position - start;
    if (trimsRight(position - 1) && at(position - 1 + TRIM_MARKER, RIGHT)) {
      unread(input.charAt(position - 1));
      if (spaces == 1) {
        return rightDelimiter();
      }
    }
    return take(TokenKind.SPACE);
  }

  private Token identifier() {
    while (isAlphanumeric(peek())) {
      read();
    }
    var word = input.substring(start, position);
    if (!atTerminator()) {
      return badCharacter();
    }
    var keyword = TokenKind.keyword(word);
    if (keyword != null) {
      return take(keyword);
    }
    return take(
        word.equals("true") || word.equals("false") ? TokenKind.BOOL : TokenKind.IDENTIFIER);
  }

  private Token fieldOrVariable(TokenKind kind) {
    if (atTerminator()) {
      return take(kind == TokenKind.VARIABLE ? kind : TokenKind.DOT);
    }
    while (isAlphanumeric(peek())) {
      read();
    }
    return atTerminator() ? take(kind) : badCharacter();
  }

  private Token badCharacter() {
    return error("bad character " + Quoting.character(peek()));
  }

  private boolean atTerminator() {
    return switch (peek()) {
      case END, ' ', '\t', '\r', '\n', '.', ',', '|', ':', ')', '(' -> true;
      default -> at(position, RIGHT);
    };
  }

  private Token literal(char quote, TokenKind kind, String unterminated) {
    while (true) {
      int c = read();
      if (c == '\\') {
        c = read();
        if (c != END && c != '\n') {
          continue;
        }
      }
      if (c == END || c == '\n') {
        return error(unterminated);
      }
      if (c == quote) {
        return take(kind);
      }
    }
  }

  private Token rawString() {
    while (true) {
      int c = read();
      if (c == END) {
        return error("unterminated raw quoted string");
      }
      if (c == '`') {
        return take(TokenKind.RAW_STRING);
      }
    }
  }

  private Token number() {
    if (!scanNumber()) {
      return badNumber();
    }
    int sign = peek();
    if (sign == '+' || sign == '-') {
      if (!scanNumber() || input.charAt(position - 1) != 'i') {
        return badNumber();
      }
      return take(TokenKind.COMPLEX);
    }
    return take(TokenKind.NUMBER);
  }

  private Token badNumber() {
    return error("bad number syntax: " + GoQuote.quote(input.substring(start, position)));
  }

  private boolean scanNumber() {
    accept("+-");
    var digits = "0123456789_";
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
      } else if (accept("oO")) {
        digits = "01234567_";
      } else if (accept("bB")) {
        digits = "01_";
      }
    }
    acceptAll(digits);
    if (accept(".")) {
      acceptAll(digits);
    }
    boolean exponent =
        digits.length() == "0123456789_".length()
            ? accept("eE")
            : digits.length() > 20 && accept("pP");
    if (exponent) {
      accept("+-");
      acceptAll("0123456789_");
    }
    accept("i");
    if (isAlphanumeric(peek())) {
      read();
      return false;
    }
    return true;
  }

  private boolean accept(String valid) {
    if (position < end && valid.indexOf(input.charAt(position)) >= 0) {
      position++;
      return true;
    }
    return false;
  }

  private void acceptAll(String valid) {
    boolean more = true;
    while (more) {
      more = accept(valid);
    }
  }

  private int read() {
    if (position >= end) {
      atEnd = true;
      return END;
    }
    int c = input.codePointAt(position);
    position += Character.charCount(c);
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private int peek() {
    return position < end ? input.codePointAt(position) : END;
  }

  private void unread(int c) {
    if (!atEnd) {
      position -= Character.charCount(c);
      if (c == '\n') {
        line--;
      }
    }
  }

  private void skipSpace() {
    while (position < end && isSpace(input.charAt(position))) {
      position++;
    }
  }

  private void countLines() {
    for (int i = start; i < position; i++) {
      if (input.charAt(i) == '\n') {
        line++;
      }
    }
  }

  private void ignore() {
    countLines();
    start = position;
    startLine = line;
  }

  private Token take(TokenKind kind) {
    var token = new Token(kind, start, input.substring(start, position), startLine);
    start = position;
    startLine = line;
    return token;
  }

  private Token error(String message) {
    var token = new Token(TokenKind.ERROR, start, message, startLine);
    start = 0;
    position = 0;
    end = 0;
    insideAction = false;
    return token;
  }

  private boolean at(int from, String text) {
    return from + text.length() <= end && input.startsWith(text, from);
  }

  private boolean trimsLeft(int from) {
    return from + 1 < end && input.charAt(from) == '-' && isSpace(input.charAt(from + 1));
  }

  /** A blank, a minus and the right delimiter; for {@link #space} without the last. */
  private boolean trimsRight(int from) {
    return from >= 0
        && from + 1 < end
        && isSpace(input.charAt(from))
        && input.charAt(from + 1) == '-'
        && at(from + TRIM_MARKER, RIGHT);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(int c) {
    return c == '_' || (c >= 0 && (Character.isLetter(c) || Character.isDigit(c)));
  }
}
