package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Fields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The conditions of an object's next status, starting from those it has. */
final class ConditionList {
  private final Map<String, ObjectNode> byType = new LinkedHashMap<>();
  private final String now;

  ConditionList(JsonNode object, Instant wall) {
    this.now = timestamp(wall);
    for (var condition : object.at("/status/conditions")) {
      byType.put(condition.path("type").asText(), condition.deepCopy());
    }
  }

  /** To the second, as the API has it. */
  static String timestamp(Instant wall) {
    return wall.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** An empty reason leaves out reason and message. */
  ConditionList set(String type, String status, String reason, String message) {
    put(type, status, reason, message);
    return this;
  }

  /** As {@link #set}, with the time of the last change, which {@code touch} renews in any case. */
  void setDated(String type, String status, String reason, String message, boolean touch) {
    var old = byType.getOrDefault(type, Fields.object());
    boolean same =
        old.path("status").asText().equals(status) && old.path("reason").asText().equals(reason);
    var updated = same && !touch ? old.path("lastUpdateTime").asText(now) : now;
    put(type, status, reason, message).put("lastUpdateTime", updated);
  }

  private ObjectNode put(String type, String status, String reason, String message) {
    var old = byType.getOrDefault(type, Fields.object());
    var next = Fields.object().put("type", type).put("status", status);
    boolean turned = !old.path("status").asText().equals(status);
    next.put("lastTransitionTime", turned ? now : old.path("lastTransitionTime").asText(now));
    if (!reason.isEmpty()) {
      next.put("reason", reason).put("message", message);
    }
    byType.put(type, next);
    return next;
  }

  ArrayNode toJson() {
    return JsonNodeFactory.instance.arrayNode().addAll(byType.values());
  }
}
