package io.burgee.helm.render;

/** White space as Go's {@code strings.TrimSpace} has it. */
final class Spaces {
  private Spaces() {}

  static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680 -> true;
      case 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  static boolean isBlank(String text) {
    return start(text) == text.length();
  }

  static String trimLeft(String text) {
    return text.substring(start(text));
  }

  static String trim(String text) {
    int start = start(text);
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int start(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }
}
