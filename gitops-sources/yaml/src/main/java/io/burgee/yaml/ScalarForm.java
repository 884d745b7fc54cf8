package io.burgee.yaml;

/** How the writer puts a string: which styles its characters allow, found in one pass. */
enum ScalarForm {
  PLAIN,
  SINGLE,
  DOUBLE,
  LITERAL;

  /** The form of a string as a value, or as a key that is too long to be a simple one. */
  static ScalarForm of(String text) {
    if (text.isEmpty()) {
      return DOUBLE;
    }
    boolean plain = !startsLikeMarker(text);
    boolean block = true;
    boolean single = true;
    boolean newline = false;
    boolean spaceBefore = false;
    boolean breakBefore = false;
    boolean blankBefore = true;
    int last = text.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7f) {
        plain &= (c > '@' && i > 0) || !indicator(text, c, i, blankBefore);
        spaceBefore = breakBefore = blankBefore = false;
      } else if (c == ' ') {
        plain &= i > 0 && i < last && !breakBefore;
        block &= i < last;
        single &= !breakBefore;
        spaceBefore = blankBefore = true;
        breakBefore = false;
      } else if (isBreak(c)) {
        newline |= c == '\n';
        plain = false;
        if (spaceBefore || special(c)) {
          single = block = false;
        }
        spaceBefore = false;
        breakBefore = blankBefore = true;
      } else {
        if (special(c)) {
          plain = single = block = false;
        }
        spaceBefore = breakBefore = false;
        blankBefore = c == '\t';
      }
    }
    if (newline) {
      return block ? LITERAL : DOUBLE;
    }
    if (!Resolver.plainString(text)) {
      return DOUBLE;
    }
    return plain ? PLAIN : single ? SINGLE : DOUBLE;
  }

  private static boolean startsLikeMarker(String text) {
    return text.startsWith("---") || text.startsWith("...");
  }

  private static boolean indicator(String text, char c, int at, boolean blankBefore) {
    return switch (c) {
      case ':' -> blankAfter(text, at);
      case '#' -> blankBefore;
      case '-', '?' -> at == 0 && blankAfter(text, at);
      case ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> at == 0;
      default -> false;
    };
  }

  private static boolean blankAfter(String text, int at) {
    if (at + 1 == text.length()) {
      return true;
    }
    char next = text.charAt(at + 1);
    return next == ' ' || next == '\t';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** What is only written as an escape; a tab is, a line feed isn't. */
  static boolean special(char c) {
    return c < ' ' ? c != '\n' : c >= 0x7f && (c < 0xa0 || outsideText(c));
  }

  private static boolean outsideText(char c) {
    return Character.isSurrogate(c) || c == 0xfeff || c >= 0xfffe;
  }
}
