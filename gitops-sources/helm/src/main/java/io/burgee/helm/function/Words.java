package io.burgee.helm.function;

import java.util.function.IntPredicate;

/** Letters of texts, as Go's {@code unicode} knows them. */
final class Words {
  private Words() {}

  static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0 -> true;
      default ->
          c > 0xFF
              && (Character.getType(c) == Character.SPACE_SEPARATOR || c == 0x2028 || c == 0x2029);
    };
  }

  static String trim(String text) {
    return trim(text, Words::isSpace);
  }

  /** Without the characters of that set at both ends. */
  static String trim(String text, String set) {
    return trim(text, c -> set.indexOf(c) >= 0);
  }

  private static String trim(String text, IntPredicate drop) {
    int start = 0;
    int end = text.length();
    while (start < end && drop.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && drop.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** One character for each: Go's simple case mapping. */
  static String upper(String text) {
    return map(text, Character::toUpperCase);
  }

  static String lower(String text) {
    return map(text, Character::toLowerCase);
  }

  private static String map(String text, java.util.function.IntUnaryOperator change) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(change.applyAsInt(valid(c))));
    return out.toString();
  }

  /** A byte that is no character doesn't survive. */
  private static int valid(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
  }

  /** Words begin behind what is no letter, digit or underscore. */
  static String title(String text) {
    var out = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      out.appendCodePoint(valid(separates(before) ? Character.toTitleCase(c) : c));
      before = c;
    }
    return out.toString();
  }

  private static boolean separates(int c) {
    if (c < 0x80) {
      return !(Character.isLetterOrDigit(c) || c == '_');
    }
    return !Character.isLetterOrDigit(c) && isSpace(c);
  }

  static String untitle(String text) {
    var out = new StringBuilder(text.length());
    boolean begins = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean space = isSpace(c);
      out.appendCodePoint(begins && !space ? Character.toLowerCase(c) : c);
      begins = space;
    }
    return out.toString();
  }

  static String swapCase(String text) {
    var out = new StringBuilder(text.length());
    boolean begins = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
        begins = false;
      } else if (Character.isLowerCase(c)) {
        out.appendCodePoint(begins ? Character.toTitleCase(c) : Character.toUpperCase(c));
        begins = false;
      } else {
        out.appendCodePoint(c);
        begins = isSpace(c);
      }
    }
    return out.toString();
  }

  /** If it has blanks, its bytes are taken for characters, as in the library that Sprig uses. */
  static String withoutSpace(String text) {
    byte[] bytes = io.burgee.helm.value.GoStrings.encode(text);
    var out = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      if (!isSpace(each & 0xFF)) {
        out.append((char) (each & 0xFF));
      }
    }
    return out.length() == bytes.length ? text : out.toString();
  }

  /** The first byte of each word, as a character of its own. */
  static String initials(String text) {
    var out = new StringBuilder();
    boolean begins = true;
    for (byte each : io.burgee.helm.value.GoStrings.encode(text)) {
      int c = each & 0xFF;
      boolean space = isSpace(c);
      if (begins && !space) {
        out.append((char) c);
      }
      begins = space;
    }
    return out.toString();
  }
}
