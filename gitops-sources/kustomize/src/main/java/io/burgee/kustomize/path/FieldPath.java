package io.burgee.kustomize.path;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a path such as {@code spec.containers.[name=web].image}. Dots separate them; {@code
 * \.} is a dot within a part, and so are those between brackets. Brackets around a plain key are
 * dropped, those around a condition are kept.
 */
public final class FieldPath {
  private static final Pattern DOT = Pattern.compile("\\.");

  private FieldPath() {}

  public static List<String> parts(String path) {
    var parts = new ArrayList<String>();
    var split = split(path);
    for (int i = 0; i < split.size(); i++) {
      var part = split.get(i);
      if (!part.startsWith("[") || part.endsWith("]")) {
        parts.add(part);
        continue;
      }
      var bracketed = new StringBuilder(part);
      while (i < split.size() - 1) {
        var next = split.get(++i);
        bracketed.append('.').append(next);
        if (next.endsWith("]")) {
          break;
        }
      }
      var text = bracketed.toString();
      parts.add(text.indexOf('=') >= 0 ? text : withoutBrackets(text));
    }
    return parts;
  }

  private static List<String> split(String path) {
    var parts = new ArrayList<String>();
    for (var piece : DOT.split(path, -1)) {
      var last = parts.isEmpty() ? "" : parts.getLast();
      if (last.endsWith("\\")) {
        parts.set(parts.size() - 1, last.substring(0, last.length() - 1) + "." + piece);
      } else {
        parts.add(piece);
      }
    }
    // A path may begin with a separator.
    return parts.size() > 1 && parts.getFirst().isEmpty() ? parts.subList(1, parts.size()) : parts;
  }

  private static String withoutBrackets(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBracket(text.charAt(start))) {
      start++;
    }
    while (end > start && isBracket(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBracket(char c) {
    return c == '[' || c == ']';
  }

  /** Whether a part picks an element of a list by a condition. */
  public static boolean isCondition(String part) {
    return part.startsWith("[") && part.endsWith("]");
  }

  /** The element that a part picks by its number, or -1. */
  public static int index(String part) {
    if (part.isEmpty() || part.length() > 9) {
      return -1;
    }
    int start = part.charAt(0) == '+' && part.length() > 1 ? 1 : 0;
    for (int i = start; i < part.length(); i++) {
      if (part.charAt(i) < '0' || part.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(part);
  }
}
