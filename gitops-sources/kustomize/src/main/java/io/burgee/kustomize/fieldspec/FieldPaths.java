package io.burgee.kustomize.fieldspec;

import java.util.ArrayList;
import java.util.List;

/** Takes the paths apart by which fields are named. */
public final class FieldPaths {
  private FieldPaths() {}

  /**
   * Splits at a separator that has no backslash before it; the backslash is dropped. One at the
   * path's start is as good as none.
   */
  public static List<String> split(String path, char separator) {
    boolean leading = !path.isEmpty() && path.charAt(0) == separator;
    return splitFromStart(leading ? path.substring(1) : path, separator);
  }

  /** Splits in the same way; before a separator at the path's start there is an empty part. */
  public static List<String> splitFromStart(String path, char separator) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != separator) {
        part.append(c);
      } else if (!part.isEmpty() && part.charAt(part.length() - 1) == '\\') {
        part.setCharAt(part.length() - 1, c);
      } else {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /**
   * Splits at dots as {@link #split} does, but not within brackets that a part starts with: {@code
   * [a.b]} is the field {@code a.b}, {@code [name=a.b]} stays as it is, with its brackets.
   */
  public static List<String> splitKeepingBrackets(String path) {
    var split = split(path, '.');
    var parts = new ArrayList<String>(split.size());
    for (int i = 0; i < split.size(); i++) {
      String part = split.get(i);
      if (part.startsWith("[") && !part.endsWith("]")) {
        var whole = new StringBuilder(part);
        while (i < split.size() - 1) {
          whole.append('.').append(split.get(++i));
          if (split.get(i).endsWith("]")) {
            break;
          }
        }
        part = whole.toString();
        parts.add(part.indexOf('=') >= 0 ? part : withoutBrackets(part));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static String withoutBrackets(String part) {
    int start = 0;
    int end = part.length();
    while (start < end && isBracket(part.charAt(start))) {
      start++;
    }
    while (end > start && isBracket(part.charAt(end - 1))) {
      end--;
    }
    return part.substring(start, end);
  }

  private static boolean isBracket(char c) {
    return c == '[' || c == ']';
  }

  /** Whether a part names items of a list by what they hold: {@code [name=a]}. */
  public static boolean isElement(String part) {
    return part.startsWith("[") && part.endsWith("]");
  }

  /** Whether a part is a number, which may have a sign. */
  public static boolean isInteger(String part) {
    int digits = part.startsWith("-") || part.startsWith("+") ? 1 : 0;
    if (part.length() == digits || part.length() > 18) {
      return false;
    }
    for (int i = digits; i < part.length(); i++) {
      if (part.charAt(i) < '0' || part.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
