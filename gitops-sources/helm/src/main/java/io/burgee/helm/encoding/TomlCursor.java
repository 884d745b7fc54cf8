package io.burgee.helm.encoding;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoQuote;
import java.util.Locale;
import java.util.function.Supplier;

/** A place in a TOML text, and errors that tell it. */
final class TomlCursor {
  static final int END = -1;

  private final String text;
  private final Supplier<String> lastKey;
  private int at;
  private int line = 1;

  TomlCursor(String text, Supplier<String> lastKey) {
    this.text = text;
    this.lastKey = lastKey;
  }

  int at() {
    return at;
  }

  int line() {
    return line;
  }

  /** What is from there until here. */
  String since(int from) {
    return text.substring(from, at);
  }

  boolean skip(String word) {
    boolean here = text.startsWith(word, at);
    at += here ? word.length() : 0;
    return here;
  }

  /** Whether that many characters on there is this one. */
  boolean isAt(int offset, char c) {
    return at + offset < text.length() && text.charAt(at + offset) == c;
  }

  int peek() {
    return at < text.length() ? text.codePointAt(at) : END;
  }

  /** The next character, which is behind us then; {@link #END} at the end. */
  int next() {
    if (at >= text.length()) {
      return END;
    }
    int c = text.codePointAt(at);
    if (c == '\n') {
      line++;
    }
    if (c >= 0xDC80 && c <= 0xDCFF && GoStrings.isLoneByte((char) c)) {
      throw fail(String.format(Locale.ROOT, "invalid UTF-8 byte: 0x%02x", c - 0xDC00));
    }
    boolean lone = c == '\r' && !isAt(1, '\n');
    if (lone || c == 0x7f || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
      throw fail(
          String.format(Locale.ROOT, "TOML files cannot contain control characters: '0x%02x'", c));
    }
    at += Character.charCount(c);
    return c;
  }

  void blanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Blanks, line breaks and comments. */
  void space() {
    while (true) {
      switch (peek()) {
        case ' ', '\t', '\n', '\r' -> next();
        case '#' -> comment();
        default -> {
          return;
        }
      }
    }
  }

  void comment() {
    while (peek() != '\n' && peek() != '\r' && peek() != END) {
      next();
    }
  }

  /** An error here, behind the character that is wrong. */
  GoException fail(String message) {
    boolean end = at >= text.length();
    return fail(message, end && at > 0 && text.charAt(at - 1) == '\n' ? line - 1 : line);
  }

  /** An error at the end of the line before. */
  GoException failBefore(String message) {
    return fail(message, line - 1);
  }

  GoException fail(String message, int onLine) {
    var key = lastKey.get();
    var place = key.isEmpty() ? "" : " (last key " + GoQuote.quote(key) + ")";
    return new GoException("toml: line " + onLine + place + ": " + message);
  }

  /** As {@code %q} prints a character. */
  static String quoted(int c) {
    if (c == END) {
      return "'\\x00'";
    }
    if (c == '\'') {
      return "'\\''";
    }
    if (c == '"') {
      return "'\"'";
    }
    var quoted = GoQuote.quote(Character.toString(c));
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }
}
