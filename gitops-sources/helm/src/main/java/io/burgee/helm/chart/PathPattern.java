package io.burgee.helm.chart;

/**
 * Patterns of Go's {@code path.Match}: {@code *}, {@code ?} and {@code [a-z]}; none crosses a
 * slash.
 */
final class PathPattern {
  private final int[] pattern;

  /**
   * @throws ChartException if it is no pattern
   */
  PathPattern(String pattern) {
    this.pattern = pattern.codePoints().toArray();
    check();
  }

  private void check() {
    int at = 0;
    while (at < pattern.length) {
      at = pattern[at] == '[' ? classEnd(at) : pattern[at] == '\\' ? escaped(at) + 1 : at + 1;
    }
  }

  private int escaped(int backslash) {
    if (backslash + 1 >= pattern.length) {
      throw bad();
    }
    return backslash + 1;
  }

  /** Behind the bracket that closes the class. */
  private int classEnd(int open) {
    int at = open + 1;
    if (at < pattern.length && pattern[at] == '^') {
      at++;
    }
    int first = at;
    while (at < pattern.length && (pattern[at] != ']' || at == first)) {
      if (pattern[at] == '-' || pattern[at] == ']') {
        throw bad();
      }
      at = next(at);
      if (at < pattern.length && pattern[at] == '-') {
        at = next(at + 1);
      }
    }
    if (at >= pattern.length) {
      throw bad();
    }
    return at + 1;
  }

  private int next(int at) {
    if (at >= pattern.length) {
      throw bad();
    }
    return pattern[at] == '\\' ? escaped(at) + 1 : at + 1;
  }

  private static ChartException bad() {
    return new ChartException("syntax error in pattern");
  }

  boolean matches(String name) {
    int[] text = name.codePoints().toArray();
    int at = 0;
    int position = 0;
    int star = -1;
    int starText = 0;
    while (position < text.length) {
      int end = at < pattern.length && pattern[at] != '*' ? matchOne(at, text[position]) : -1;
      if (end > 0) {
        at = end;
        position++;
      } else if (at < pattern.length && pattern[at] == '*') {
        star = at++;
        starText = position;
      } else if (star >= 0 && text[starText] != '/') {
        at = star + 1;
        position = ++starText;
      } else {
        return false;
      }
    }
    while (at < pattern.length && pattern[at] == '*') {
      at++;
    }
    return at == pattern.length;
  }

  /** Where the pattern goes on if it matches that character; negative if it doesn't. */
  private int matchOne(int at, int c) {
    return switch (pattern[at]) {
      case '?' -> c == '/' ? -1 : at + 1;
      case '[' -> matchClass(at, c);
      case '\\' -> pattern[at + 1] == c ? at + 2 : -1;
      default -> pattern[at] == c ? at + 1 : -1;
    };
  }

  private int matchClass(int open, int c) {
    int end = classEnd(open);
    boolean negated = pattern[open + 1] == '^';
    int at = open + (negated ? 2 : 1);
    boolean found = false;
    while (at < end - 1) {
      int low = pattern[at] == '\\' ? pattern[at + 1] : pattern[at];
      at = next(at);
      int high = low;
      if (at < end - 1 && pattern[at] == '-') {
        high = pattern[at + 1] == '\\' ? pattern[at + 2] : pattern[at + 1];
        at = next(at + 1);
      }
      found |= low <= c && c <= high;
    }
    return found != negated && c != '/' ? end : -1;
  }
}
