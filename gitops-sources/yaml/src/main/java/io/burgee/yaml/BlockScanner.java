package io.burgee.yaml;

/** Scans one literal or folded block. */
final class BlockScanner {
  private final Cursor cursor;
  private final char[] text;
  private final int line;
  private final StringBuilder result = new StringBuilder();
  private final StringBuilder breaks = new StringBuilder();
  private int chomping;
  private int indent;

  BlockScanner(Cursor cursor) {
    this.cursor = cursor;
    this.text = cursor.text;
    this.line = cursor.line;
  }

  Token scan(int parent) {
    boolean literal = cursor.here() == '|';
    cursor.at++;
    int increment = header();
    if (increment > 0) {
      indent = parent >= 0 ? parent + increment : increment;
    }
    breaks(parent);
    char lead = 0;
    boolean blankBefore = false;
    while (cursor.column() == indent && !cursor.atEnd()) {
      boolean blank = Cursor.blank(cursor.here());
      if (!literal && !blankBefore && !blank && lead == '\n') {
        if (breaks.isEmpty()) {
          result.append(' ');
        }
      } else if (lead != 0) {
        result.append(lead);
      }
      result.append(breaks);
      breaks.setLength(0);
      blankBefore = blank;
      int from = cursor.at;
      cursor.skipLine();
      result.append(text, from, cursor.at - from);
      lead = cursor.atEnd() ? 0 : cursor.lineBreak();
      breaks(parent);
    }
    if (chomping != -1 && lead != 0) {
      result.append(lead);
    }
    if (chomping == 1) {
      result.append(breaks);
    }
    return Token.scalar(line, result.toString(), literal ? Style.LITERAL : Style.FOLDED);
  }

  /** What stands behind the indicator on its line; returns the indentation asked for, or zero. */
  private int header() {
    int increment = 0;
    if (chomp()) {
      increment = digit();
    } else {
      increment = digit();
      if (increment > 0) {
        chomp();
      }
    }
    cursor.skipBlanks();
    if (cursor.here() == '#') {
      cursor.skipLine();
    }
    if (!Cursor.breakOrEnd(cursor.here())) {
      throw cursor.error(line, "did not find expected comment or line break");
    }
    if (!cursor.atEnd()) {
      cursor.lineBreak();
    }
    return increment;
  }

  private boolean chomp() {
    char c = cursor.here();
    if (c != '+' && c != '-') {
      return false;
    }
    chomping = c == '+' ? 1 : -1;
    cursor.at++;
    return true;
  }

  private int digit() {
    char c = cursor.here();
    if (c == '0') {
      throw cursor.error(line, "found an indentation indicator equal to 0");
    }
    if (c < '1' || c > '9') {
      return 0;
    }
    cursor.at++;
    return c - '0';
  }

  /** Passes indentation and blank lines; finds the indentation out if it isn't known yet. */
  private void breaks(int parent) {
    int widest = 0;
    for (; ; ) {
      int columns = indent == 0 ? Integer.MAX_VALUE : indent - cursor.column();
      while (columns-- > 0 && cursor.here() == ' ') {
        cursor.at++;
      }
      widest = Math.max(widest, cursor.column());
      if ((indent == 0 || cursor.column() < indent) && cursor.here() == '\t') {
        throw cursor.error(line, "found a tab character where an indentation space is expected");
      }
      if (!Cursor.lineBreak(cursor.here())) {
        break;
      }
      breaks.append(cursor.lineBreak());
    }
    if (indent == 0) {
      indent = Math.max(Math.max(widest, parent + 1), 1);
    }
  }
}
