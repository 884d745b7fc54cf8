package io.burgee.helm.render;

import java.util.ArrayList;
import java.util.List;

/** Takes what a template gave apart into documents. */
final class Documents {
  private static final String DASHES = "---";

  private Documents() {}

  /**
   * The documents that aren't blank. A separator is three dashes at the start of a line with all
   * white space around them; what follows on the same line belongs to the next document, and dashes
   * whose line break went with the separator before are none.
   */
  static List<String> split(String file) {
    var text = Spaces.trimLeft(file);
    var documents = new ArrayList<String>();
    int from = 0;
    if (text.startsWith(DASHES)) {
      from = behind(text, 0);
    }
    for (int at = text.indexOf("\n" + DASHES, from);
        at >= 0;
        at = text.indexOf("\n" + DASHES, from)) {
      int end = at;
      while (end > from && isBreakable(text.charAt(end - 1))) {
        end--;
      }
      add(text.substring(from, end), documents);
      from = behind(text, at + 1);
    }
    add(text.substring(from), documents);
    return documents;
  }

  private static void add(String document, List<String> documents) {
    if (!Spaces.isBlank(document)) {
      documents.add(Spaces.trimLeft(document));
    }
  }

  private static int behind(String text, int dashes) {
    int at = dashes + DASHES.length();
    while (at < text.length() && isBreakable(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBreakable(char c) {
    return c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
  }
}
