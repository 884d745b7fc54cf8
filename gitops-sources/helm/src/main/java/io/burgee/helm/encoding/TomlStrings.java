package io.burgee.helm.encoding;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.format.GoQuote;

/** Strings in a TOML text; the cursor is behind their first quote. */
final class TomlStrings {
  private static final int LONGEST_RUN = 5;

  private final TomlCursor cursor;

  TomlStrings(TomlCursor cursor) {
    this.cursor = cursor;
  }

  /** Of one line. */
  String line(char quote) {
    int from = cursor.at();
    var out = new StringBuilder();
    while (true) {
      int c = cursor.next();
      if (c == TomlCursor.END) {
        throw cursor.fail("unexpected EOF; expected " + (quote == '"' ? "'\"'" : "\"'\""));
      }
      if (c == '\n' || c == '\r') {
        throw cursor.failBefore("strings cannot contain newlines");
      }
      if (c == quote) {
        return out.toString();
      }
      if (c == '\\' && quote == '"') {
        escape(out, from);
      } else {
        out.appendCodePoint(c);
      }
    }
  }

  /** Between three quotes, of which the first ones are behind us. */
  String lines(char quote) {
    int from = cursor.at();
    var out = new StringBuilder();
    if (!cursor.skip("\r\n") && cursor.peek() == '\n') {
      cursor.next();
    }
    while (true) {
      int c = cursor.next();
      if (c == TomlCursor.END) {
        throw cursor.fail("unexpected EOF; expected " + (quote == '"' ? "'\"\"\"'" : "\"'''\""));
      }
      if (c == quote) {
        if (closes(out, quote)) {
          return out.toString();
        }
      } else if (c == '\\' && quote == '"') {
        if (!continuation()) {
          escape(out, from);
        }
      } else {
        out.appendCodePoint(c);
      }
    }
  }

  /** Three of them end it; up to two more before these are part of it. */
  private boolean closes(StringBuilder out, char quote) {
    int run = 1;
    while (cursor.isAt(0, quote)) {
      cursor.next();
      run++;
      if (run > LONGEST_RUN) {
        throw cursor.fail(quote == '"' ? "unexpected '\"\"\"\"\"\"'" : "unexpected \"''''''\"");
      }
    }
    out.repeat(quote, run < 3 ? run : run - 3);
    return run >= 3;
  }

  /** A backslash at the end of a line takes all blanks and line breaks with it. */
  private boolean continuation() {
    int offset = 0;
    while (cursor.isAt(offset, ' ') || cursor.isAt(offset, '\t')) {
      offset++;
    }
    if (!cursor.isAt(offset, '\n')
        && !(cursor.isAt(offset, '\r') && cursor.isAt(offset + 1, '\n'))) {
      return false;
    }
    while (" \t\r\n".indexOf(cursor.peek()) >= 0) {
      cursor.next();
    }
    return true;
  }

  private void escape(StringBuilder out, int from) {
    int c = cursor.next();
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case 'e' -> out.append('\u001b');
      case '"', '\\' -> out.append((char) c);
      case 'x' -> hex(out, 2, "two", 'x', from);
      case 'u' -> hex(out, 4, "four", 'u', from);
      case 'U' -> hex(out, 8, "eight", 'U', from);
      case ' ', '\t' -> throw cursor.fail("invalid escape: '\\" + (char) c + "'");
      default ->
          throw cursor.fail(
              "invalid escape in string '\\"
                  + (c == TomlCursor.END ? "\0" : Character.toString(c))
                  + "'");
    }
  }

  private void hex(StringBuilder out, int digits, String count, char letter, int from) {
    int start = cursor.at();
    for (int i = 0; i < digits; i++) {
      int c = cursor.next();
      if (c < 0 || c >= 0x80 || Character.digit(c, 16) < 0) {
        throw wrongHex(count, letter, from);
      }
    }
    long code = Long.parseLong(cursor.since(start), 16);
    if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
      throw cursor.fail("Escaped character '\\u" + cursor.since(start) + "' is not valid UTF-8.");
    }
    out.appendCodePoint((int) code);
  }

  private GoException wrongHex(String count, char letter, int from) {
    return cursor.fail(
        "expected "
            + count
            + " hexadecimal digits after '\\"
            + letter
            + "', but got "
            + GoQuote.quote(cursor.since(from))
            + " instead");
  }
}
