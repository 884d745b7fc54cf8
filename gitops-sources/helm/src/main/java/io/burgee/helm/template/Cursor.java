package io.burgee.helm.template;

/** Where a lexer is in a template's text: behind what it has read of a token. */
final class Cursor {
  /** No character. */
  static final int END = -1;

  private final String text;
  private int position;

  /** Of the token, and its line; the first one is 1. */
  private int start;

  private int line = 1;

  Cursor(String text) {
    this.text = text;
  }

  int read() {
    int c = peek();
    if (c != END) {
      position += Character.charCount(c);
    }
    return c;
  }

  int peek() {
    return position < text.length() ? text.codePointAt(position) : END;
  }

  /** Reads one of these characters, if it is next. */
  boolean accept(String valid) {
    if (position < text.length() && valid.indexOf(text.charAt(position)) >= 0) {
      position++;
      return true;
    }
    return false;
  }

  void acceptAll(String valid) {
    boolean more = true;
    while (more) {
      more = accept(valid);
    }
  }

  void acceptSpaces() {
    while (isSpace(peek())) {
      position++;
    }
  }

  /** Whether that text follows, so many characters further. */
  boolean at(int offset, String next) {
    return text.startsWith(next, position + offset);
  }

  /** A minus and a blank follow. */
  boolean atLeftMarker() {
    return at(0, "-") && position + 1 < text.length() && isSpace(text.charAt(position + 1));
  }

  /** A blank and a minus follow. */
  boolean atRightMarker() {
    return isSpace(peek()) && at(1, "-");
  }

  /** Where that text is next; negative if it is not. */
  int find(String next) {
    return text.indexOf(next, position);
  }

  void moveTo(int index) {
    position = index;
  }

  void moveToEnd() {
    position = text.length();
  }

  void skip(int characters) {
    position += characters;
  }

  /** As if nothing were read of this token. */
  void restart() {
    position = start;
  }

  /** As if the blanks at the token's end weren't read. */
  void dropSpaces() {
    while (position > start && isSpace(text.charAt(position - 1))) {
      position--;
    }
  }

  boolean isEmpty() {
    return position == start;
  }

  /** What was read of the token. */
  String content() {
    return text.substring(start, position);
  }

  /** The token; the next one starts here. */
  Token take(TokenKind kind) {
    var token = new Token(kind, start, content(), line);
    ignore();
    return token;
  }

  /** What was read is no token; the next one starts here. */
  void ignore() {
    for (int i = start; i < position; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    start = position;
  }

  /** An error in the place of the token; nothing comes after it. */
  Token fail(String message) {
    var token = new Token(TokenKind.ERROR, start, message, line);
    position = text.length();
    start = position;
    return token;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
