package io.burgee.yaml;

/** Which styles the characters of a text allow, by the rules of go-yaml's third version. */
record Analysis(
    boolean multiline, boolean plain, boolean flowPlain, boolean single, boolean block) {

  private static final String FIRST = "#,[]{}&*!|>'\"%@`";
  private static final String FLOW = ",?[]{}:";

  static Analysis of(String text) {
    if (text.isEmpty()) {
      return new Analysis(false, true, false, true, false);
    }
    boolean plain = !text.startsWith("---") && !text.startsWith("...");
    boolean flowPlain = plain;
    boolean single = true;
    boolean block = true;
    boolean multiline = false;
    char before = ' ';
    int last = text.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      boolean blankAfter = i == last || Cursor.blank(text.charAt(i + 1));
      if (indicator(c, i, before, blankAfter)) {
        plain = false;
        flowPlain = false;
      } else if (FLOW.indexOf(c) >= 0) {
        flowPlain = false;
      }
      if (ScalarForm.isBreak(c)) {
        multiline = true;
        plain = false;
        if (before == ' ' && i > 0) {
          single = false;
          block = false;
        }
      } else if (c == ' ') {
        plain &= i > 0 && i < last;
        block &= i < last;
        single &= i == 0 || !ScalarForm.isBreak(before);
      } else if (c == '\t') {
        plain = false;
        single = false;
      }
      if (c != '\t' && ScalarForm.special(c)) {
        plain = false;
        single = false;
        block = false;
      }
      before = c;
    }
    return new Analysis(multiline, plain, plain && flowPlain, single, block);
  }

  private static boolean indicator(char c, int at, char before, boolean blankAfter) {
    return switch (c) {
      case ':' -> blankAfter;
      case '#' -> at == 0 || Cursor.blank(before) || ScalarForm.isBreak(before);
      case '?', '-' -> at == 0 && blankAfter;
      default -> at == 0 && FIRST.indexOf(c) >= 0;
    };
  }
}
