package io.burgee.kustomize.select;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A Kubernetes label selector: {@code a=b,c!=d,e in (x,y),f notin (z),g,!h,i>1,j<2}. */
public final class LabelSelector {
  private final List<Requirement> requirements;

  private LabelSelector(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  enum Operator {
    EXISTS,
    ABSENT,
    EQUALS,
    NOT_EQUALS,
    IN,
    NOT_IN,
    GREATER,
    LESS
  }

  /** One condition on one label. */
  record Requirement(String key, Operator operator, Set<String> values) {
    boolean matches(@Nullable String value) {
      return switch (operator) {
        case EXISTS -> value != null;
        case ABSENT -> value == null;
        case EQUALS, IN -> value != null && values.contains(value);
        case NOT_EQUALS, NOT_IN -> value == null || !values.contains(value);
        case GREATER -> value != null && compare(value) > 0;
        case LESS -> value != null && compare(value) < 0;
      };
    }

    /** No number is neither greater nor less. */
    private int compare(String value) {
      var number = LabelRules.integer(value);
      var limit = LabelRules.integer(values.iterator().next());
      return number == null || limit == null ? 0 : number.compareTo(limit);
    }
  }

  /**
   * Reads a selector; an empty one matches everything.
   *
   * @throws io.burgee.kustomize.BuildException if it isn't one
   */
  public static LabelSelector parse(String text) {
    return new LabelSelector(new LabelSelectorParser(text).parse());
  }

  /** Whether the mapping of labels meets all conditions; null is no labels. */
  public boolean matches(@Nullable Node labels) {
    for (var requirement : requirements) {
      if (!requirement.matches(value(labels, requirement.key()))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String value(@Nullable Node labels, String key) {
    var value = labels instanceof MappingNode mapping ? mapping.get(key) : null;
    if (value == null) {
      return null;
    }
    return value instanceof ScalarNode scalar ? scalar.text() : "";
  }

  static Requirement requirement(String key, Operator operator, SortedSet<String> values) {
    LabelRules.checkKey(key);
    if (operator == Operator.GREATER || operator == Operator.LESS) {
      LabelRules.checkInteger(values.first());
    }
    values.forEach(value -> LabelRules.checkValue(key, value));
    return new Requirement(key, operator, Set.copyOf(values));
  }
}
