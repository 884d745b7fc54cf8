package io.burgee.kustomize.resource;

import io.burgee.kustomize.BuildException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a file into documents before anything is parsed, as the real tool does: at lines that
 * begin with {@code ---}, except the first.
 */
final class Documents {
  private static final String SEPARATOR = "\n---";

  private Documents() {}

  static List<String> split(String text) {
    var lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    if (lines.isEmpty()) {
      return List.of();
    }
    int at = lines.indexOf(SEPARATOR);
    if (at < 0) {
      return List.of(lines);
    }
    var pieces = new ArrayList<String>();
    int start = 0;
    while (at >= 0) {
      int end = lines.indexOf('\n', at + 1);
      if (end < 0) {
        break;
      }
      check(lines.substring(at + 1, end));
      // A line break ends each piece, as texts in it may end with one.
      pieces.add(lines.substring(start, at + 1));
      start = end + 1;
      at = lines.indexOf(SEPARATOR, start);
    }
    pieces.add(lines.substring(start));
    return pieces;
  }

  private static void check(String line) {
    var rest = line.substring(3).strip();
    if (!rest.isEmpty() && rest.charAt(0) != '#') {
      throw new BuildException("invalid document separator: " + line.strip());
    }
  }
}
