package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.BuildException;

/** Undoes the escapes of a JSON string. */
final class JsonEscapes {
  private static final String SHORT = "\"\\/bfnrt";
  private static final String MEANING = "\"\\/\b\f\n\r\t";
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private JsonEscapes() {}

  static String undo(String raw) {
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      int known = SHORT.indexOf(escape);
      if (known >= 0) {
        out.append(MEANING.charAt(known));
      } else if (escape == 'u' && i + HEX_DIGITS < raw.length()) {
        out.append(unit(raw.substring(i + 1, i + 1 + HEX_DIGITS)));
        i += HEX_DIGITS;
      } else {
        throw new BuildException("invalid character '" + escape + "' in string escape code");
      }
    }
    return withoutLoneSurrogates(out);
  }

  private static char unit(String digits) {
    for (int i = 0; i < HEX_DIGITS; i++) {
      if (Character.digit(digits.charAt(i), HEX) < 0) {
        throw new BuildException(
            "invalid character '" + digits.charAt(i) + "' in \\u hexadecimal character escape");
      }
    }
    return (char) Integer.parseInt(digits, HEX);
  }

  private static String withoutLoneSurrogates(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }
}
