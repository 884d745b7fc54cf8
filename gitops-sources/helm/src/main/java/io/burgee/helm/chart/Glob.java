package io.burgee.helm.chart;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of {@code .Files.Glob}: {@code *} and {@code ?} stop at slashes, {@code **} doesn't;
 * {@code [a-z]}, {@code [!a]} and {@code {a,b}} too.
 */
final class Glob {
  private static final int LONGEST = 1_000;

  /** What braces that nothing closes match. */
  private static final Pattern NOTHING = Pattern.compile("[^\\x00-\\x{10FFFF}]");

  private Glob() {}

  /** As a regular expression; null if it is no pattern, and then everything matches. */
  static @Nullable Pattern compile(String glob) {
    if (glob.length() > LONGEST) {
      return null;
    }
    var out = new StringBuilder("(?s)^");
    int depth = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> {
          boolean all = i + 1 < glob.length() && glob.charAt(i + 1) == '*';
          out.append(all ? ".*" : "[^/]*");
          while (i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
            i++;
          }
        }
        case '?' -> out.append("[^/]");
        case '{' -> {
          depth++;
          out.append("(?:");
        }
        case '}' -> {
          out.append(depth == 0 ? "\\}" : ")");
          depth = Math.max(0, depth - 1);
        }
        case ',' -> out.append(depth > 0 ? "|" : ",");
        case '[' -> {
          int close = glob.indexOf(']', i + 1);
          if (close < 0) {
            return null;
          }
          var inner = glob.substring(i + 1, close);
          boolean negated = inner.startsWith("!");
          if (!isClass(negated ? inner.substring(1) : inner)) {
            return null;
          }
          out.append(negated ? "[^" : "[")
              .append(quoted(negated ? inner.substring(1) : inner))
              .append(']');
          i = close;
        }
        case '\\' -> {
          if (++i >= glob.length()) {
            return null;
          }
          out.append(Pattern.quote(glob.substring(i, i + 1)));
        }
        default -> out.append(Pattern.quote(String.valueOf(c)));
      }
    }
    try {
      return depth == 0 ? Pattern.compile(out.append('$').toString()) : NOTHING;
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  /** One range, or single characters. */
  private static boolean isClass(String inner) {
    boolean range = inner.length() == 3 && inner.charAt(1) == '-';
    return range || (!inner.isEmpty() && inner.indexOf('-') < 0);
  }

  private static String quoted(String inner) {
    return inner.replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^");
  }
}
