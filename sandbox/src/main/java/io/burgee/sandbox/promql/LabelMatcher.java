package io.burgee.sandbox.promql;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One condition of a selector. A label that a series hasn't got counts as empty. */
public final class LabelMatcher {
  private final String label;
  private final boolean negated;
  private final Pattern pattern;

  private LabelMatcher(String label, boolean negated, Pattern pattern) {
    this.label = label;
    this.negated = negated;
    this.pattern = pattern;
  }

  public static LabelMatcher equal(String label, String value) {
    return new LabelMatcher(label, false, Pattern.compile(value, Pattern.LITERAL));
  }

  static LabelMatcher of(String label, Token operator, String value) {
    return switch (operator.text()) {
      case "=" -> equal(label, value);
      case "!=" -> new LabelMatcher(label, true, Pattern.compile(value, Pattern.LITERAL));
      case "=~" -> new LabelMatcher(label, false, regex(operator, value));
      case "!~" -> new LabelMatcher(label, true, regex(operator, value));
      default ->
          throw PromqlException.parse(
              operator.offset(),
              "unexpected " + operator.shown() + " in label matching, expected label operator");
    };
  }

  private static Pattern regex(Token operator, String value) {
    try {
      return Pattern.compile(value, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw PromqlException.parse(
          operator.offset(), "error parsing regexp: " + e.getDescription() + ": `" + value + "`");
    }
  }

  boolean matches(Labels labels) {
    return matches(labels.get(label));
  }

  boolean matches(String value) {
    return pattern.matcher(value).matches() != negated;
  }
}
