package io.burgee.yaml;

/**
 * What becomes of a string on its way through JSON into YAML: the JSON text is read as YAML, where
 * a few characters that JSON leaves as they are have a meaning of their own.
 */
final class JsonText {
  private JsonText() {}

  /**
   * The string as it comes out: NEL is a line break to YAML, so it is folded like one.
   *
   * @throws YamlException for characters that a YAML text can't hold
   */
  static String passed(String text) {
    boolean folds = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7f && c < 0xa0) {
        if (c != 0x85) {
          throw refused();
        }
        folds = true;
      } else if (c >= 0xfffe) {
        throw refused();
      }
    }
    return folds ? folded(text) : text;
  }

  private static YamlException refused() {
    return new YamlException("yaml: control characters are not allowed");
  }

  private static String folded(String text) {
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != 0x85) {
        end++;
      }
      out.append(text, at, end);
      at = end;
      int breaks = 0;
      while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == 0x85)) {
        breaks += text.charAt(end++) == 0x85 ? 1 : 0;
      }
      if (breaks == 0) {
        out.append(text, at, end);
      } else if (breaks == 1) {
        out.append(' ');
      } else {
        out.repeat('\n', breaks - 1);
      }
      at = end;
    }
    return out.toString();
  }
}
