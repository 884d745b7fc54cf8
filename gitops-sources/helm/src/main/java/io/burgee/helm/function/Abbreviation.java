package io.burgee.helm.function;

import io.burgee.helm.value.GoStrings;

/**
 * Texts with dots for what is left out; lengths are of bytes, as in the library that Sprig uses.
 */
final class Abbreviation {
  private static final String DOTS = "...";
  private static final int LEAST = 4;
  private static final int LEAST_BOTH = 7;

  private Abbreviation() {}

  static String both(String text, long left, long right) {
    if (right < LEAST || (left > 0 && right < LEAST_BOTH)) {
      return text;
    }
    return of(text, left, right);
  }

  /** The text in that width, from about that position. */
  static String of(String text, long offset, long width) {
    if (width < LEAST) {
      return text;
    }
    int length = GoStrings.length(text);
    if (length <= width) {
      return text;
    }
    int shown = (int) width - DOTS.length();
    int from = (int) Math.min(offset, length);
    if (length - from < shown) {
      from = length - shown;
    }
    if (from <= LEAST) {
      return GoStrings.slice(text, 0, shown) + DOTS;
    }
    if (width < LEAST_BOTH) {
      return "";
    }
    if (from + shown < length) {
      var rest = GoStrings.slice(text, from, length);
      return DOTS + (shown < LEAST ? "" : of(rest, 0, shown));
    }
    return DOTS + GoStrings.slice(text, length - shown, length);
  }
}
