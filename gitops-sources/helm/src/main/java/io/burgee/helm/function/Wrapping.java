package io.burgee.helm.function;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.value.GoStrings;
import java.nio.charset.StandardCharsets;

/** Breaks lines at blanks; lengths are of bytes, as in the library that Sprig uses. */
final class Wrapping {
  private Wrapping() {}

  /**
   * @param lineBreak a line break if empty
   * @param breaksWords whether those that are too long are broken
   */
  static String wrap(String text, long width, String lineBreak, boolean breaksWords) {
    // A char for each byte.
    var bytes = new String(GoStrings.encode(text), StandardCharsets.ISO_8859_1);
    var separator =
        lineBreak.isEmpty()
            ? "\n"
            : new String(GoStrings.encode(lineBreak), StandardCharsets.ISO_8859_1);
    int size = Math.clamp(width, 1, Integer.MAX_VALUE);
    var wrapped = wrap(bytes, size, separator, breaksWords);
    return GoStrings.decode(wrapped.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String wrap(String text, int width, String separator, boolean breaksWords) {
    var out = new BoundedText();
    int at = 0;
    while (text.length() - at > width) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      int blank = text.lastIndexOf(' ', at + width);
      if (blank >= at) {
        out.append(text, at, blank).append(separator);
        at = blank + 1;
      } else if (breaksWords) {
        out.append(text, at, at + width).append(separator);
        at += width;
      } else {
        int next = text.indexOf(' ', at + width);
        if (next < 0) {
          out.append(text, at, text.length());
          at = text.length();
        } else {
          out.append(text, at, next).append(separator);
          at = next + 1;
        }
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
