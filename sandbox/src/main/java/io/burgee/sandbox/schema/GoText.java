package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Values in the form in which the API server's messages show them: as JSON. */
final class GoText {
  private GoText() {}

  static String map(JsonNode labels) {
    return labels.isMissingNode() ? "null" : sorted(labels);
  }

  static String selector(JsonNode selector) {
    return selector.toString();
  }

  static String servicePort(JsonNode port) {
    return port.toString();
  }

  private static String sorted(JsonNode object) {
    return object
        .propertyStream()
        .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
        .sorted()
        .collect(Collectors.joining(",", "{", "}"));
  }
}
