package io.burgee.yaml;

/**
 * What becomes of a string on its way through JSON into YAML: the JSON text is read as YAML, where
 * a few characters that JSON leaves as they are have a meaning of their own.
 */
final class JsonText {
  /** How many characters a key may have that is known by its colon only. */
  private static final int LONGEST_KEY = 1024;

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

  /**
   * A key as it comes out.
   *
   * @throws YamlException also if it is too long for a key in one line, or has a line break to YAML
   */
  static String passedKey(String key) {
    if (key.indexOf(0x85) >= 0) {
      throw new YamlException("yaml: line 1: did not find expected ',' or '}'");
    }
    if (key.length() > LONGEST_KEY / 6 && tooLong(key)) {
      throw new YamlException("yaml: did not find expected ',' or '}'");
    }
    return passed(key);
  }

  private static boolean tooLong(String key) {
    var json = new StringBuilder();
    JsonWriter.string(json, key);
    return json.codePointCount(0, json.length()) > LONGEST_KEY;
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
