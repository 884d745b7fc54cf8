package io.burgee.helm.template;

import io.burgee.helm.value.GoStrings;

/** Where in a template's text something is, as errors say it. */
final class Place {
  private Place() {}

  /** {@code name:line:column}; the column is of bytes and begins with 0. */
  static String of(Tree tree, int position) {
    var before = tree.text().substring(0, Math.min(position, tree.text().length()));
    int lineStart = before.lastIndexOf('\n') + 1;
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    return tree.source() + ":" + line + ":" + GoStrings.length(before.substring(lineStart));
  }
}
