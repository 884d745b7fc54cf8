package io.burgee.kustomize.select;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.burgee.kustomize.BuildException;
import java.util.function.Predicate;

/** Regular expressions as Go knows them (RE2), which match in time linear to the text. */
public final class Patterns {
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  private Patterns() {}

  /**
   * What the whole of a text must be. Empty matches everything.
   *
   * @throws BuildException if it is no expression, or one with what RE2 doesn't have
   */
  public static Predicate<String> anchored(String expression) {
    if (expression.isEmpty()) {
      return text -> true;
    }
    if (isLiteral(expression)) {
      return expression::equals;
    }
    var pattern = compile("^(?:" + expression + ")$");
    return text -> pattern.matcher(text).find();
  }

  /**
   * An expression that may stand in any way.
   *
   * @throws BuildException if it is none, or one that would become huge
   */
  public static Pattern compile(String expression) {
    PatternSize.check(expression);
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new BuildException(message(e), e);
    }
  }

  private static String message(PatternSyntaxException e) {
    return "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`";
  }

  private static boolean isLiteral(String expression) {
    for (int i = 0; i < expression.length(); i++) {
      if (SPECIAL.indexOf(expression.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
