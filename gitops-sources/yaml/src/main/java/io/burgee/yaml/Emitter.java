package io.burgee.yaml;

/**
 * Text with what a YAML emitter knows of the place it is at: the column, in characters, and whether
 * only indentation or a blank is before it.
 */
final class Emitter {
  private final StringBuilder out;
  private final int width;
  private int column;
  private boolean blank = true;
  private boolean indention = true;

  Emitter(StringBuilder out, int width) {
    this.out = out;
    this.width = width;
  }

  boolean indention() {
    return indention;
  }

  /** Starts a line at this indentation, unless the place is one already. */
  void indent(int indent) {
    if (!indention || column > indent || (column == indent && !blank)) {
      lineBreak('\n');
    }
    spaces(indent);
    blank = true;
    indention = true;
  }

  private void spaces(int indent) {
    if (column < indent) {
      out.repeat(' ', indent - column);
      column = indent;
    }
  }

  /** An indicator such as {@code -} or {@code ?}, after which more may follow on the line. */
  void indicator(char c) {
    separate();
    put(c);
    blank = false;
  }

  /** A colon right after a key. */
  void colon() {
    put(':');
    blank = false;
    indention = false;
  }

  /** Text without breaks that needs no escapes. */
  void text(String text) {
    separate();
    out.append(text);
    column += text.length();
    written();
  }

  /** A string in the form that its characters allow. */
  void string(String text, int indent, boolean fold) {
    switch (ScalarForm.of(text)) {
      case PLAIN -> plain(text, indent, fold);
      case SINGLE -> single(text, indent, fold);
      case DOUBLE -> doubleQuoted(text, indent, fold);
      case LITERAL -> literal(text, indent);
    }
  }

  void plain(String text, int indent, boolean fold) {
    if (!fold || column + text.length() + 1 <= width) {
      text(text);
      return;
    }
    separate();
    folded(text, indent, false, 0);
    written();
  }

  void single(String text, int indent, boolean fold) {
    separate();
    put('\'');
    folded(text, fold ? indent : -1, true, 1);
    put('\'');
    written();
  }

  /** Characters with breaks as they are; a space past the width is a fold. */
  private void folded(String text, int indent, boolean quoted, int edge) {
    boolean spaces = false;
    boolean breaks = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        if (indent >= 0 && !spaces && column > width && foldable(text, i, edge)) {
          indent(indent);
        } else {
          put(c);
        }
        spaces = true;
      } else if (ScalarForm.isBreak(c)) {
        if (!breaks && c == '\n') {
          lineBreak('\n');
        }
        lineBreak(c);
        indention = true;
        breaks = true;
      } else {
        if (breaks) {
          indent(Math.max(indent, 0));
        }
        if (quoted && c == '\'') {
          put(c);
        }
        put(c);
        indention = false;
        spaces = false;
        breaks = false;
      }
    }
  }

  private static boolean foldable(String text, int at, int edge) {
    boolean inside = at >= edge && at < text.length() - edge;
    return inside && !(at + 1 < text.length() && text.charAt(at + 1) == ' ');
  }

  void doubleQuoted(String text, int indent, boolean fold) {
    separate();
    put('"');
    indention = false;
    boolean spaces = false;
    int last = text.length() - 1;
    // Behind a leading mark of byte order the real writer escapes everything.
    boolean all = last >= 0 && text.charAt(0) == 0xfeff;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c == ' ' && !all) {
        if (fold && !spaces && column > width && i > 0 && i < last) {
          indent(indent);
          if (text.charAt(i + 1) == ' ') {
            put('\\');
          }
        } else {
          put(c);
        }
        spaces = true;
        continue;
      }
      spaces = false;
      if (all || c == '"' || c == '\\' || ScalarForm.isBreak(c) || ScalarForm.special(c)) {
        int code = text.codePointAt(i);
        column += Escapes.append(out, code);
        i += Character.charCount(code) - 1;
      } else {
        put(c);
      }
    }
    put('"');
    written();
  }

  /** A literal block with its header; the text is one that such a block can hold. */
  void literal(String text, int indent) {
    separate();
    header('|', text);
    lineBreak('\n');
    indention = true;
    blank = true;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !ScalarForm.isBreak(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        indent(indent);
        out.append(text, at, end);
        column += end - at;
        indention = false;
      }
      if (end < text.length()) {
        lineBreak(text.charAt(end));
        indention = true;
      }
      at = end + 1;
    }
  }

  /** A folded block; its lines stay as they are, with a blank line for each line feed. */
  void foldedBlock(String text, int indent) {
    separate();
    header('>', text);
    lineBreak('\n');
    indention = true;
    blank = true;
    int leading = 0;
    while (leading < text.length() && ScalarForm.isBreak(text.charAt(leading))) {
      leading++;
    }
    // Where the text starts with breaks the real writer looks at what follows those, everywhere.
    boolean blankAfter = leading == text.length() || Cursor.blank(text.charAt(leading));
    boolean breaks = true;
    boolean spaces = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ScalarForm.isBreak(c)) {
        if (!breaks && !spaces && c == '\n' && !blankAfter) {
          lineBreak('\n');
        }
        lineBreak(c);
        indention = true;
        breaks = true;
      } else {
        if (breaks) {
          indent(indent);
          spaces = Cursor.blank(c);
        }
        put(c);
        indention = false;
        breaks = false;
      }
    }
  }

  /** A bracket that opens, behind which no blank is needed. */
  void open(char c) {
    separate();
    put(c);
    blank = true;
    indention = false;
  }

  /** A bracket that closes, or a comma. */
  void raw(char c) {
    put(c);
    blank = false;
    indention = false;
  }

  void header(char style, String text) {
    out.append(style);
    char first = text.isEmpty() ? '\0' : text.charAt(0);
    if (first == ' ' || ScalarForm.isBreak(first)) {
      out.append('2');
    }
    int last = text.length() - 1;
    if (last < 0 || !ScalarForm.isBreak(text.charAt(last))) {
      out.append('-');
    } else if (last == 0 || ScalarForm.isBreak(text.charAt(last - 1))) {
      out.append('+');
    }
  }

  void lineBreak(char c) {
    out.append(c);
    column = 0;
  }

  private void separate() {
    if (!blank) {
      put(' ');
    }
  }

  private void put(char c) {
    out.append(c);
    column++;
  }

  private void written() {
    blank = false;
    indention = false;
  }
}
