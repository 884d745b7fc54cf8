package io.burgee.helm.regex;

/**
 * How large a program a pattern makes: what is repeated is in it as often, and repeats in repeats
 * multiply. An estimate from above; text that is no pattern is left to the compiler.
 */
final class RegexSize {
  private static final long LARGEST = Integer.MAX_VALUE;
  private static final int DEEPEST = 1_000;

  private final String pattern;
  private int at;
  private int depth;

  private RegexSize(String pattern) {
    this.pattern = pattern;
  }

  static long of(String pattern) {
    return new RegexSize(pattern).sequence();
  }

  /** Up to a parenthesis that closes, or the end. */
  private long sequence() {
    if (++depth > DEEPEST) {
      return LARGEST;
    }
    long size = 0;
    long last = 0;
    while (at < pattern.length() && pattern.charAt(at) != ')') {
      long repeat = repeat();
      if (repeat > 0) {
        size = Math.min(LARGEST, size + last * (repeat - 1));
        last = Math.min(LARGEST, last * repeat);
      } else {
        last = atom();
        size = Math.min(LARGEST, size + last);
      }
    }
    depth--;
    return size;
  }

  private long atom() {
    char c = pattern.charAt(at++);
    if (c == '(') {
      long inner = sequence();
      at++;
      return inner + 2;
    }
    if (c == '[') {
      skipClass();
    } else if (c == '\\') {
      at++;
    }
    return 1;
  }

  private void skipClass() {
    at += at < pattern.length() && pattern.charAt(at) == '^' ? 1 : 0;
    at += at < pattern.length() && pattern.charAt(at) == ']' ? 1 : 0;
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /** How often a counted repeat here repeats at most; 0 if there is none. */
  private long repeat() {
    if (pattern.charAt(at) != '{') {
      return 0;
    }
    int close = pattern.indexOf('}', at);
    var counts = close < 0 ? "" : pattern.substring(at + 1, close);
    if (!counts.matches("\\d{1,4}(,\\d{0,4})?")) {
      return 0;
    }
    at = close + 1;
    int comma = counts.indexOf(',');
    var most =
        comma < 0 || comma == counts.length() - 1
            ? counts.replace(",", "")
            : counts.substring(comma + 1);
    return Math.max(1, Integer.parseInt(most));
  }
}
