package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;
import org.jspecify.annotations.Nullable;

/** Takes a template's text apart, one token at a time. */
final class Lexer {
  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final String COMMENT = "/*";
  private static final String COMMENT_END = "*/";

  private static final String DECIMAL = "0123456789_";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";

  /** A blank and a minus, beside a delimiter. */
  private static final int TRIM_MARKER = 2;

  private final Cursor cursor;
  private int parens;
  private boolean insideAction;

  Lexer(String input) {
    this.cursor = new Cursor(input);
  }

  /** The next one; after an error, or at the end, EOF for ever. */
  Token next() {
    return insideAction ? action() : text();
  }

  private Token text() {
    while (true) {
      int open = cursor.find(LEFT);
      if (open < 0) {
        cursor.moveToEnd();
        return cursor.take(cursor.isEmpty() ? TokenKind.EOF : TokenKind.TEXT);
      }
      var token = textBefore(open);
      if (token == null) {
        token = leftDelimiter();
      }
      if (token != null) {
        return token;
      }
    }
  }

  /** Null if there is none. */
  private @Nullable Token textBefore(int open) {
    cursor.moveTo(open + LEFT.length());
    boolean trims = cursor.atLeftMarker();
    cursor.moveTo(open);
    if (trims) {
      cursor.dropSpaces();
    }
    var token = cursor.isEmpty() ? null : cursor.take(TokenKind.TEXT);
    cursor.moveTo(open);
    cursor.ignore();
    return token;
  }

  /** Null if it was a comment. */
  private @Nullable Token leftDelimiter() {
    cursor.skip(LEFT.length());
    int marker = cursor.atLeftMarker() ? TRIM_MARKER : 0;
    boolean comment = cursor.at(marker, COMMENT);
    var token = comment ? null : cursor.take(TokenKind.LEFT_DELIMITER);
    cursor.skip(marker);
    cursor.ignore();
    if (comment) {
      return comment();
    }
    insideAction = true;
    parens = 0;
    return token;
  }

  /** Null if it is well-formed. */
  private @Nullable Token comment() {
    cursor.skip(COMMENT.length());
    int close = cursor.find(COMMENT_END);
    if (close < 0) {
      return error("unclosed comment");
    }
    cursor.moveTo(close + COMMENT_END.length());
    boolean trims = trimsRight();
    if (!trims && !cursor.at(0, RIGHT)) {
      return error("comment ends before closing delimiter");
    }
    cursor.skip((trims ? TRIM_MARKER : 0) + RIGHT.length());
    if (trims) {
      cursor.acceptSpaces();
    }
    cursor.ignore();
    return null;
  }

  private Token rightDelimiter() {
    boolean trims = trimsRight();
    if (trims) {
      cursor.skip(TRIM_MARKER);
      cursor.ignore();
    }
    cursor.skip(RIGHT.length());
    var token = cursor.take(TokenKind.RIGHT_DELIMITER);
    if (trims) {
      cursor.acceptSpaces();
      cursor.ignore();
    }
    insideAction = false;
    return token;
  }

  /** A blank, a minus and the right delimiter follow. */
  private boolean trimsRight() {
    return cursor.atRightMarker() && cursor.at(TRIM_MARKER, RIGHT);
  }

  private Token action() {
    if (trimsRight() || cursor.at(0, RIGHT)) {
      return parens == 0 ? rightDelimiter() : error("unclosed left paren");
    }
    int c = cursor.read();
    return switch (c) {
      case Cursor.END -> error("unclosed action");
      case ' ', '\t', '\r', '\n' -> space();
      case '=' -> cursor.take(TokenKind.ASSIGN);
      case ':' -> cursor.read() == '=' ? cursor.take(TokenKind.DECLARE) : error("expected :=");
      case '|' -> cursor.take(TokenKind.PIPE);
      case '"' -> literal('"', TokenKind.STRING, "unterminated quoted string");
      case '`' -> rawString();
      case '$' -> fieldOrVariable(TokenKind.VARIABLE);
      case '\'' -> literal('\'', TokenKind.CHAR_CONSTANT, "unterminated character constant");
      case '(' -> {
        parens++;
        yield cursor.take(TokenKind.LEFT_PAREN);
      }
      case ')' -> {
        parens--;
        yield parens < 0 ? error("unexpected right paren") : cursor.take(TokenKind.RIGHT_PAREN);
      }
      default -> word(c);
    };
  }

  private Token word(int c) {
    if (c == '.' && cursor.peek() != Cursor.END && !isDigit(cursor.peek())) {
      return fieldOrVariable(TokenKind.FIELD);
    }
    if (c == '.' || c == '+' || c == '-' || isDigit(c)) {
      cursor.restart();
      return number();
    }
    if (isAlphanumeric(c)) {
      return identifier();
    }
    if (c > ' ' && c < 0x7F) {
      return cursor.take(TokenKind.CHAR);
    }
    return error("unrecognized character in action: " + Quoting.character(c));
  }

  /** A blank before a minus belongs to the right delimiter. */
  private Token space() {
    cursor.acceptSpaces();
    cursor.skip(-1);
    if (!trimsRight()) {
      cursor.skip(1);
    }
    return cursor.take(TokenKind.SPACE);
  }

  private Token identifier() {
    acceptWord();
    var word = cursor.content();
    if (!atTerminator()) {
      return badCharacter();
    }
    var keyword = TokenKind.keyword(word);
    if (keyword != null) {
      return cursor.take(keyword);
    }
    return cursor.take(
        word.equals("true") || word.equals("false") ? TokenKind.BOOL : TokenKind.IDENTIFIER);
  }

  private void acceptWord() {
    while (isAlphanumeric(cursor.peek())) {
      cursor.read();
    }
  }

  private Token fieldOrVariable(TokenKind kind) {
    if (atTerminator()) {
      return cursor.take(kind == TokenKind.VARIABLE ? kind : TokenKind.DOT);
    }
    acceptWord();
    return atTerminator() ? cursor.take(kind) : badCharacter();
  }

  private Token badCharacter() {
    return error("bad character " + Quoting.character(cursor.peek()));
  }

  private boolean atTerminator() {
    return switch (cursor.peek()) {
      case Cursor.END, ' ', '\t', '\r', '\n', '.', ',', '|', ':', ')', '(' -> true;
      default -> cursor.at(0, RIGHT);
    };
  }

  private Token literal(char quote, TokenKind kind, String unterminated) {
    while (true) {
      int c = cursor.read();
      if (c == '\\') {
        c = cursor.read();
        if (c != Cursor.END && c != '\n') {
          continue;
        }
      }
      if (c == Cursor.END || c == '\n') {
        return error(unterminated);
      }
      if (c == quote) {
        return cursor.take(kind);
      }
    }
  }

  private Token rawString() {
    while (true) {
      int c = cursor.read();
      if (c == Cursor.END) {
        return error("unterminated raw quoted string");
      }
      if (c == '`') {
        return cursor.take(TokenKind.RAW_STRING);
      }
    }
  }

  private Token number() {
    if (!scanNumber()) {
      return badNumber();
    }
    int sign = cursor.peek();
    if (sign == '+' || sign == '-') {
      if (!scanNumber() || !cursor.content().endsWith("i")) {
        return badNumber();
      }
      return cursor.take(TokenKind.COMPLEX);
    }
    return cursor.take(TokenKind.NUMBER);
  }

  private Token badNumber() {
    return error("bad number syntax: " + GoQuote.quote(cursor.content()));
  }

  private boolean scanNumber() {
    cursor.accept("+-");
    var digits = digits();
    cursor.acceptAll(digits);
    if (cursor.accept(".")) {
      cursor.acceptAll(digits);
    }
    boolean exponent =
        digits.equals(DECIMAL)
            ? cursor.accept("eE")
            : digits.equals(HEXADECIMAL) && cursor.accept("pP");
    if (exponent) {
      cursor.accept("+-");
      cursor.acceptAll(DECIMAL);
    }
    cursor.accept("i");
    if (isAlphanumeric(cursor.peek())) {
      cursor.read();
      return false;
    }
    return true;
  }

  /** Those that a number's prefix allows. */
  private String digits() {
    if (!cursor.accept("0")) {
      return DECIMAL;
    }
    if (cursor.accept("xX")) {
      return HEXADECIMAL;
    }
    if (cursor.accept("oO")) {
      return "01234567_";
    }
    return cursor.accept("bB") ? "01_" : DECIMAL;
  }

  private Token error(String message) {
    insideAction = false;
    return cursor.fail(message);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(int c) {
    return c == '_' || (c >= 0 && (Character.isLetter(c) || Character.isDigit(c)));
  }
}
