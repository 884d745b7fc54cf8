package io.burgee.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;

/** Label selectors. An absent or empty one selects nothing here: that is safer in a simulation. */
public final class Selectors {
  private Selectors() {}

  /** A plain map of labels, as Services and node selectors have it. */
  public static boolean matchesMap(JsonNode wanted, Map<String, String> labels) {
    return !wanted.isEmpty() && labels.entrySet().containsAll(Fields.texts(wanted).entrySet());
  }

  /** {@code matchLabels} and {@code matchExpressions}. */
  public static boolean matches(JsonNode selector, Map<String, String> labels) {
    var wanted = Fields.texts(selector.path("matchLabels"));
    if (selector.isEmpty() || !labels.entrySet().containsAll(wanted.entrySet())) {
      return false;
    }
    for (var expression : selector.path("matchExpressions")) {
      if (!holds(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    var key = expression.path("key").asText();
    var values = new HashSet<String>();
    expression.path("values").forEach(value -> values.add(value.asText()));
    return switch (expression.path("operator").asText()) {
      case "In" -> labels.containsKey(key) && values.contains(labels.get(key));
      case "NotIn" -> !labels.containsKey(key) || !values.contains(labels.get(key));
      case "Exists" -> labels.containsKey(key);
      case "DoesNotExist" -> !labels.containsKey(key);
      default -> false;
    };
  }
}
