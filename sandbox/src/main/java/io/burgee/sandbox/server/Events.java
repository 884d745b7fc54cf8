package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The newer API of events, over the same objects as the core one. */
final class Events {
  private static final ResourceType SHOWN =
      new ResourceType(
          "events.k8s.io",
          "v1",
          "Event",
          "events",
          "event",
          true,
          List.of("ev"),
          List.of(),
          Set.of(),
          null,
          "v1");

  private static final Map<String, String> NEW_NAMES =
      Map.of(
          "involvedObject", "regarding",
          "message", "note",
          "source", "deprecatedSource",
          "firstTimestamp", "deprecatedFirstTimestamp",
          "lastTimestamp", "deprecatedLastTimestamp",
          "count", "deprecatedCount",
          "reportingComponent", "reportingController");

  private static final Map<String, String> OLD_NAMES =
      NEW_NAMES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  static final Endpoint ENDPOINT =
      new Endpoint(
          SHOWN,
          Kinds.EVENTS,
          event -> renamed(event, NEW_NAMES, SHOWN.apiVersion()),
          event -> renamed(event, OLD_NAMES, Kinds.EVENTS.apiVersion()));

  private Events() {}

  private static ObjectNode renamed(
      ObjectNode event, Map<String, String> names, String apiVersion) {
    var result = Json.object();
    for (var field : event.properties()) {
      result.set(names.getOrDefault(field.getKey(), field.getKey()), field.getValue());
    }
    return result.put("apiVersion", apiVersion);
  }
}
