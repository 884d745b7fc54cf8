package io.burgee.yaml;

import java.nio.charset.StandardCharsets;

/** A place in the text. Beyond the end there are zeros, which the text itself never has. */
final class Cursor {
  /** How far the scanner looks ahead without asking whether the text goes on. */
  private static final int AHEAD = 8;

  private static final int BLOCK = 512;

  final char[] text;
  private final int unreadable;
  private final boolean problemFirst;
  int at;
  int line;
  private int lineStart;

  Cursor(String source, Dialect dialect) {
    problemFirst = dialect == Dialect.HELM;
    boolean marked = !source.isEmpty() && source.charAt(0) == 0xfeff;
    int from = marked ? 1 : 0;
    text = new char[source.length() - from + AHEAD];
    source.getChars(from, source.length(), text, 0);
    unreadable = firstUnreadable(source.length() - from);
    if (unreadable != Integer.MAX_VALUE) {
      text[unreadable] = 0;
    }
  }

  private int firstUnreadable(int length) {
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7f && unreadable(c, i)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static YamlException controls() {
    return new YamlException("yaml: control characters are not allowed");
  }

  /**
   * Refuses a text with control characters. Go reads in blocks, so what is wrong some time before
   * such a character is found first.
   */
  void refuseControls() {
    if (unreadable != Integer.MAX_VALUE && at + AHEAD > blockStart()) {
      throw controls();
    }
  }

  private int blockStart() {
    int bytes = new String(text, 0, unreadable).getBytes(StandardCharsets.UTF_8).length;
    int start = 0;
    for (int left = bytes / BLOCK * BLOCK; left > 0; start++) {
      char c = text[start];
      left -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return start;
  }

  private boolean unreadable(char c, int i) {
    if (Character.isHighSurrogate(c)) {
      return !Character.isLowSurrogate(text[i + 1]);
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text[i - 1]);
    }
    return (c < 0xa0 && c != 0x85) || c > 0xfffd;
  }

  int column() {
    return at - lineStart;
  }

  char here() {
    return text[at];
  }

  char next() {
    return text[at + 1];
  }

  boolean atEnd() {
    return text[at] == 0;
  }

  /** Passes one line break and returns what it means: a line feed, or a separator as it is. */
  char lineBreak() {
    char c = text[at++];
    if (c == '\r' && text[at] == '\n') {
      at++;
    }
    line++;
    lineStart = at;
    return c == 0x2028 || c == 0x2029 ? c : '\n';
  }

  /** The end of the text counts as the start of a line. */
  void finish() {
    if (at != lineStart) {
      line++;
      lineStart = at;
    }
  }

  void skipBlanks() {
    while (blank(text[at])) {
      at++;
    }
  }

  void skipLine() {
    while (!breakOrEnd(text[at])) {
      at++;
    }
  }

  /** Whether a line starts here with {@code ---} or {@code ...} and nothing joined to it. */
  boolean marker(char c) {
    return text[at] == c
        && text[at + 1] == c
        && text[at + 2] == c
        && at == lineStart
        && blankOrEnd(text[at + 3]);
  }

  boolean marker() {
    return at == lineStart && (marker('-') || marker('.'));
  }

  String slice(int from, int end) {
    return new String(text, from, end - from);
  }

  static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean lineBreak(char c) {
    return c < 0x80 ? c == '\n' || c == '\r' : c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static boolean breakOrEnd(char c) {
    return c == 0 || lineBreak(c);
  }

  static boolean blankOrEnd(char c) {
    return c <= ' ' || lineBreak(c);
  }

  static boolean word(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '-';
  }

  /** An error of the scanner: its line is where the construct starts, unless that is the first. */
  YamlException error(int contextLine, String problem) {
    refuseControls();
    boolean problemLine = contextLine == 0 || (problemFirst && line != 0);
    int where = problemLine ? line : contextLine;
    return new YamlException("yaml: " + (where == 0 ? "" : "line " + (where + 1) + ": ") + problem);
  }
}
