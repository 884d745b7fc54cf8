package io.burgee.helm.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.value.GoException;
import java.util.Map;

/** Patterns as Go has them: syntax errors, and what stands for groups in replacements. */
public final class Regexes {
  /** Of a program, in instructions: those that are larger take long for every character. */
  private static final int LARGEST = 50_000;

  private Regexes() {}

  /** A text is no pattern. */
  public static final class Invalid extends GoException {
    private static final long serialVersionUID = 1;

    private final String pattern;
    private final String problem;

    Invalid(String pattern, String problem) {
      super("error parsing regexp: " + problem);
      this.pattern = pattern;
      this.problem = problem;
    }

    /** What Go says where it takes the pattern for granted. */
    public String panicking() {
      boolean raw = pattern.indexOf('`') < 0;
      var quoted = raw ? "`" + pattern + "`" : io.burgee.helm.value.format.GoQuote.quote(pattern);
      return "regexp: Compile(" + quoted + "): error parsing regexp: " + problem;
    }
  }

  /**
   * Makes a pattern that takes linear time.
   *
   * @throws Invalid if the text is none, or is too large
   */
  public static Pattern compile(String pattern) {
    if (RegexSize.of(pattern) > LARGEST) {
      throw new Invalid(pattern, "expression too large: `" + pattern + "`");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new Invalid(pattern, problem(pattern, e));
    }
  }

  /** In Go's words, with the part of the pattern that is wrong. */
  private static String problem(String pattern, PatternSyntaxException error) {
    var description = String.valueOf(error.getDescription());
    if (description.startsWith("regexp/syntax: internal error")) {
      return "unexpected ): `" + pattern + "`";
    }
    var part = error.getPattern();
    return description + ": `" + (part == null ? "" : part) + "`";
  }

  /**
   * Appends the template with groups for {@code $1}, {@code ${1}} and {@code $name}; a name goes as
   * far as it can.
   */
  public static void expand(
      BoundedText out, String template, String text, int[] groups, Map<String, Integer> names) {
    int at = 0;
    while (at < template.length()) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        break;
      }
      out.append(template, at, dollar);
      at = dollar + 1;
      if (at < template.length() && template.charAt(at) == '$') {
        out.append('$');
        at++;
        continue;
      }
      boolean braces = at < template.length() && template.charAt(at) == '{';
      int start = braces ? at + 1 : at;
      int end = start;
      while (end < template.length() && isWord(template.codePointAt(end))) {
        end += Character.charCount(template.codePointAt(end));
      }
      if (end == start || (braces && (end >= template.length() || template.charAt(end) != '}'))) {
        out.append('$');
        continue;
      }
      append(out, template.substring(start, end), text, groups, names);
      at = braces ? end + 1 : end;
    }
    out.append(template, at, template.length());
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static void append(
      BoundedText out, String name, String text, int[] groups, Map<String, Integer> names) {
    boolean number =
        name.length() < 9
            && name.chars().allMatch(c -> c >= '0' && c <= '9')
            && !(name.length() > 1 && name.startsWith("0"));
    int group = number ? Integer.parseInt(name) : names.getOrDefault(name, -1);
    if (group >= 0 && 2 * group < groups.length && groups[2 * group] >= 0) {
      out.append(text, groups[2 * group], groups[2 * group + 1]);
    }
  }
}
