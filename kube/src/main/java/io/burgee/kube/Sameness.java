package io.burgee.kube;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a live object already has every field that is wanted of it. What the server or others
 * added is not looked at. Numbers are compared by value, quantities too where they are known to be
 * ones; an int-or-string is the same either way; empty is the same as missing.
 */
final class Sameness {
  /** Below these keys every string is a quantity. */
  private static final Set<String> QUANTITIES =
      Set.of("limits", "requests", "hard", "capacity", "overhead");

  /** These are quantities themselves. */
  private static final Set<String> QUANTITY =
      Set.of("averageValue", "targetAverageValue", "sizeLimit", "divisor");

  private static final Set<String> MAPS =
      Set.of("labels", "annotations", "data", "matchLabels", "nodeSelector", "limits", "requests");

  private Sameness() {}

  static boolean covers(JsonNode live, JsonNode wanted) {
    return covers(live, wanted, "", false);
  }

  private static boolean covers(JsonNode live, JsonNode wanted, String key, boolean quantity) {
    if (wanted.isNull() || (live.isMissingNode() && isDroppedByServers(wanted, key))) {
      return true;
    }
    if (wanted.isObject()) {
      return live.isObject() && coversFields(live, wanted, quantity || QUANTITIES.contains(key));
    }
    if (wanted.isArray()) {
      return live.isArray() && coversElements(live, wanted, key);
    }
    return equal(live, wanted, quantity || QUANTITY.contains(key));
  }

  private static boolean coversFields(JsonNode live, JsonNode wanted, boolean quantity) {
    return wanted.properties().stream()
        .allMatch(
            field -> covers(live.path(field.getKey()), field.getValue(), field.getKey(), quantity));
  }

  private static boolean coversElements(JsonNode live, JsonNode wanted, String key) {
    if (key.equals("ownerReferences") || key.equals("finalizers")) { // others add theirs
      return IntStream.range(0, wanted.size())
          .allMatch(
              i ->
                  IntStream.range(0, live.size())
                      .anyMatch(j -> covers(live.get(j), wanted.get(i), "", false)));
    }
    return live.size() == wanted.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> covers(live.get(i), wanted.get(i), "", false));
  }

  private static boolean equal(JsonNode live, JsonNode wanted, boolean quantity) {
    if (live.equals(wanted)) {
      return true;
    }
    if (live.isNumber() && wanted.isNumber()) {
      return live.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    if (!isScalar(live) || !isScalar(wanted)) {
      return false;
    }
    return (live.isNumber() != wanted.isNumber() && live.asText().equals(wanted.asText()))
        || (quantity && equalQuantities(live.asText(), wanted.asText()));
  }

  private static boolean equalQuantities(String live, String wanted) {
    try {
      return new Quantity(live)
              .getNumericalAmount()
              .compareTo(new Quantity(wanted).getNumericalAmount())
          == 0;
    } catch (IllegalArgumentException e) {
      return false; // not quantities after all
    }
  }

  private static boolean isScalar(JsonNode node) {
    return node.isTextual() || node.isNumber();
  }

  /** What Go's omitempty leaves out. An empty object can mean something: emptyDir, for one. */
  private static boolean isDroppedByServers(JsonNode wanted, String key) {
    return switch (wanted.getNodeType()) {
      case ARRAY -> wanted.isEmpty();
      case OBJECT -> wanted.isEmpty() && MAPS.contains(key);
      case STRING -> wanted.textValue().isEmpty();
      case BOOLEAN -> !wanted.booleanValue();
      default -> false;
    };
  }
}
