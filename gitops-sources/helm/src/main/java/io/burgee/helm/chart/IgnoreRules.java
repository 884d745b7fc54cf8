package io.burgee.helm.chart;

import java.util.ArrayList;
import java.util.List;

/** The rules of {@code .helmignore}: which files of a folder are not part of the chart. */
final class IgnoreRules {
  /** What a line says. */
  private record Rule(PathPattern pattern, boolean negated, boolean folder, boolean wholePath) {
    boolean matches(String path) {
      return pattern.matches(wholePath ? path : path.substring(path.lastIndexOf('/') + 1));
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  /**
   * @throws ChartException if a line is no rule
   */
  static IgnoreRules parse(String text) {
    var rules = new IgnoreRules();
    text.lines().forEach(rules::add);
    rules.add("templates/.?*");
    return rules;
  }

  private void add(String line) {
    var rule = line.strip();
    if (rule.isEmpty() || rule.startsWith("#")) {
      return;
    }
    if (rule.contains("**")) {
      throw new ChartException("double-star (**) syntax is not supported");
    }
    new PathPattern(rule);
    boolean negated = rule.startsWith("!");
    rule = negated ? rule.substring(1) : rule;
    boolean folder = rule.endsWith("/");
    rule = folder ? rule.substring(0, rule.length() - 1) : rule;
    boolean rooted = rule.startsWith("/");
    boolean whole = rooted || rule.contains("/");
    rules.add(new Rule(new PathPattern(rooted ? rule.substring(1) : rule), negated, folder, whole));
  }

  /**
   * The first rule that says something decides; one that is negated ignores all that it doesn't
   * match.
   */
  boolean ignores(String path, boolean folder) {
    for (var rule : rules) {
      if (rule.negated) {
        if ((rule.folder && !folder) || !rule.matches(path)) {
          return true;
        }
      } else if (!(rule.folder && !folder) && rule.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
