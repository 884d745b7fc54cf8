package io.burgee.yaml;

/** Scans scalars in all their styles. */
final class ScalarScanner {
  private final Cursor cursor;
  private final char[] text;
  private final StringBuilder result = new StringBuilder();
  private final StringBuilder breaks = new StringBuilder();
  private boolean endedLine;

  ScalarScanner(Cursor cursor) {
    this.cursor = cursor;
    this.text = cursor.text;
  }

  /** Whether the last plain scalar had line breaks behind it: a key may start there. */
  boolean endedLine() {
    return endedLine;
  }

  Token plain(int indent, boolean flow) {
    int line = cursor.line;
    int from = cursor.at;
    int end = from;
    char lead = 0;
    result.setLength(0);
    boolean several = false;
    while (!cursor.marker() && cursor.here() != '#') {
      int run = runEnd(cursor.at, flow);
      if (run > cursor.at) {
        if (lead != 0) {
          join(lead);
          lead = 0;
          from = cursor.at;
        }
        cursor.at = end = run;
      }
      char c = cursor.here();
      if (!Cursor.blank(c) && !Cursor.lineBreak(c)) {
        break;
      }
      char before = lead;
      lead = blanks(lead, indent, line);
      if (lead != 0 && before == 0) {
        result.append(text, from, end - from);
        from = end;
        several = true;
      }
      if (!flow && cursor.column() <= indent) {
        break;
      }
    }
    endedLine = lead != 0;
    String value;
    if (several) {
      value = lead == 0 ? result.append(text, from, end - from).toString() : result.toString();
    } else {
      value = cursor.slice(from, end);
    }
    return Token.scalar(line, value, Style.PLAIN);
  }

  /** The end of what can stand in a plain scalar without a blank in it. */
  private int runEnd(int start, boolean flow) {
    int at = start;
    for (; ; at++) {
      char c = text[at];
      if (c > ':' && c < 0x80) {
        if (flow && flowIndicator(c)) {
          return at;
        }
      } else if (c == ':') {
        if (Cursor.blankOrEnd(text[at + 1])) {
          return at;
        }
      } else if (Cursor.blankOrEnd(c) || (flow && c == ',')) {
        return at;
      }
    }
  }

  private static boolean flowIndicator(char c) {
    return switch (c) {
      case ',', '?', '[', ']', '{', '}' -> true;
      default -> false;
    };
  }

  /**
   * Passes blanks and breaks. The first break is returned, the others are in {@link #breaks}.
   *
   * @param lead the first break if it was passed before, else zero
   */
  private char blanks(char lead, int indent, int line) {
    char first = lead;
    for (; ; ) {
      char c = cursor.here();
      if (Cursor.blank(c)) {
        if (first != 0 && c == '\t' && cursor.column() <= indent) {
          throw cursor.error(line, "found a tab character that violates indentation");
        }
        cursor.at++;
      } else if (!Cursor.lineBreak(c)) {
        return first;
      } else if (first == 0) {
        first = cursor.lineBreak();
        breaks.setLength(0);
      } else {
        breaks.append(cursor.lineBreak());
      }
    }
  }

  /** One line feed becomes a space, more of them one less. */
  private void join(char lead) {
    if (lead != '\n') {
      result.append(lead).append(breaks);
    } else if (breaks.isEmpty()) {
      result.append(' ');
    } else {
      result.append(breaks);
    }
  }

  Token quoted() {
    int line = cursor.line;
    char quote = cursor.here();
    boolean single = quote == '\'';
    cursor.at++;
    result.setLength(0);
    for (; ; ) {
      if (cursor.marker()) {
        throw cursor.error(line, "found unexpected document indicator");
      }
      if (cursor.atEnd()) {
        throw cursor.error(line, "found unexpected end of stream");
      }
      char lead = words(quote, line);
      if (cursor.here() == quote) {
        break;
      }
      int from = cursor.at;
      boolean escaped = lead != 0;
      int blanks = from;
      while (!escaped && Cursor.blank(text[blanks])) {
        blanks++;
      }
      if (!escaped && blanks > from && !Cursor.lineBreak(text[blanks])) {
        result.append(text, from, blanks - from);
        cursor.at = blanks;
        continue;
      }
      if (escaped) {
        breaks.setLength(0);
        blanks('\n', -1, line);
        result.append(breaks);
      } else {
        char first = blanks((char) 0, -1, line);
        if (first != 0) {
          join(first);
        }
      }
    }
    cursor.at++;
    return Token.scalar(
        line, result.toString(), single ? Style.SINGLE_QUOTED : Style.DOUBLE_QUOTED);
  }

  /**
   * Passes what is neither blank nor break, up to the closing quote.
   *
   * @return not zero if it ended at an escaped line break
   */
  private char words(char quote, int line) {
    boolean single = quote == '\'';
    for (; ; ) {
      int from = cursor.at;
      int at = from;
      char c = text[at];
      while (c != quote && c != '\\' && !Cursor.blankOrEnd(c)) {
        c = text[++at];
      }
      result.append(text, from, at - from);
      cursor.at = at;
      if (c == quote) {
        if (!single || text[at + 1] != '\'') {
          return 0;
        }
        result.append('\'');
        cursor.at += 2;
      } else if (c != '\\') {
        return 0;
      } else if (single) {
        result.append(c);
        cursor.at++;
      } else if (Cursor.lineBreak(text[at + 1])) {
        cursor.at++;
        cursor.lineBreak();
        return '\\';
      } else {
        escape(line);
      }
    }
  }

  private void escape(int line) {
    char c = cursor.next();
    int code = Escapes.meaning(c);
    if (code >= 0) {
      result.append((char) code);
      cursor.at += 2;
      return;
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
      throw cursor.error(line, "found unknown escape character");
    }
    cursor.at += 2;
    long value = 0;
    for (int i = 0; i < digits; i++) {
      char digit = text[cursor.at + i];
      int hex = digit < 0x80 ? Character.digit(digit, 16) : -1;
      if (hex < 0) {
        throw cursor.error(line, "did not find expected hexdecimal number");
      }
      value = value << 4 | hex;
    }
    if (value > Character.MAX_CODE_POINT || (value >= 0xd800 && value <= 0xdfff)) {
      throw cursor.error(line, "found invalid Unicode character escape code");
    }
    result.appendCodePoint((int) value);
    cursor.at += digits;
  }

  Token block(int parent) {
    return new BlockScanner(cursor).scan(parent);
  }
}
