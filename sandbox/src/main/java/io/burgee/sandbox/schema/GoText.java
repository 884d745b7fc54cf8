package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Collectors;

/** Values in the form in which the API server's messages show them. */
final class GoText {
  private GoText() {}

  /** A map, by key. */
  static String sorted(JsonNode object) {
    return object.isMissingNode()
        ? "null"
        : object
            .propertyStream()
            .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
            .sorted()
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** A Service's port, as the server sees it when it compares ports. */
  static String servicePort(JsonNode port) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Name", "")
        .put("Protocol", port.path("protocol").asText())
        .putNull("AppProtocol")
        .put("Port", port.path("port").asInt())
        .put("TargetPort", 0)
        .put("NodePort", 0)
        .toString();
  }
}
