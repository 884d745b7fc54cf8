package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Values as the API server prints them where it has no better form. */
final class GoMap {
  private GoMap() {}

  static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT ->
          value
              .propertyStream()
              .map(e -> e.getKey() + ":" + of(e.getValue()))
              .sorted()
              .collect(Collectors.joining(" ", "map[", "]"));
      case ARRAY -> value.valueStream().map(GoMap::of).collect(Collectors.joining(" ", "[", "]"));
      case NULL -> "<nil>";
      default -> value.asText();
    };
  }
}
