package io.burgee.yaml;

import java.util.Comparator;

/**
 * The order of keys in what Go's YAML library writes: letters by code point and after all else,
 * runs of digits by their number, the rest by code point.
 */
final class KeyOrder implements Comparator<MappingNode.Entry> {
  static final KeyOrder INSTANCE = new KeyOrder();

  private KeyOrder() {}

  @Override
  public int compare(MappingNode.Entry left, MappingNode.Entry right) {
    return compare(left.name(), right.name());
  }

  static int compare(String left, String right) {
    return compare(left, right, false);
  }

  /**
   * @param third as the library's third version has it: a letter right behind a digit comes first
   */
  static int compare(String left, String right, boolean third) {
    int length = Math.min(left.length(), right.length());
    int at = 0;
    while (at < length && left.charAt(at) == right.charAt(at)) {
      at++;
    }
    if (at == length) {
      return Integer.compare(left.length(), right.length());
    }
    if (at > 0 && Character.isHighSurrogate(left.charAt(at - 1))) {
      at--;
    }
    return differ(left, right, at, third);
  }

  private static int differ(String left, String right, int at, boolean third) {
    int a = left.codePointAt(at);
    int b = right.codePointAt(at);
    boolean letterA = Character.isLetter(a);
    boolean letterB = Character.isLetter(b);
    if (letterA || letterB) {
      if (letterA && letterB) {
        return Integer.compare(a, b);
      }
      boolean first = third && at > 0 && Character.isDigit(left.codePointBefore(at));
      return letterA == first ? -1 : 1;
    }
    // A zero in the middle of a number counts as a digit of it, one at its start doesn't.
    boolean inside = (a == '0' || b == '0') && inNumber(left, at);
    long seed = inside ? 1 : 0;
    int endA = digitsEnd(left, at);
    int endB = digitsEnd(right, at);
    int byNumber = Long.compare(number(left, at, endA, seed), number(right, at, endB, seed));
    if (byNumber != 0) {
      return byNumber;
    }
    int byLength = Integer.compare(left.codePointCount(at, endA), right.codePointCount(at, endB));
    return byLength != 0 ? byLength : Integer.compare(a, b);
  }

  private static boolean inNumber(String text, int at) {
    for (int i = at; i > 0; ) {
      int c = text.codePointBefore(i);
      if (!Character.isDigit(c)) {
        return false;
      }
      if (c != '0') {
        return true;
      }
      i -= Character.charCount(c);
    }
    return false;
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isDigit(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** Overflows as Go's does. */
  private static long number(String text, int from, int end, long seed) {
    long value = seed;
    for (int i = from; i < end; ) {
      int c = text.codePointAt(i);
      value = value * 10 + (c - '0');
      i += Character.charCount(c);
    }
    return value;
  }
}
