package io.burgee.operator.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of a request to a webhook.
 *
 * @param phase of the Canary
 * @param metadata what the user wrote for the receiver, and what happened where it is told of that;
 *     may hold secrets, so it is shown nowhere else
 */
record HookPayload(Subject subject, String phase, Map<String, String> metadata) {
  private static final JsonMapper JSON = new JsonMapper();

  HookPayload {
    metadata = Map.copyOf(metadata);
  }

  /** What an event hook gets: the event's own keys go before the user's. */
  static HookPayload event(Subject subject, String phase, Map<String, String> metadata, Told told) {
    var all = new TreeMap<>(metadata);
    all.put("eventMessage", told.message());
    all.put("eventType", told.type());
    all.put("timestamp", Long.toString(told.at().toEpochMilli()));
    return new HookPayload(subject, phase, all);
  }

  /** In the order in which Flagger has the members; empty metadata is left out. */
  String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("name", subject.name());
    members.put("namespace", subject.namespace());
    members.put("phase", phase);
    members.put("checksum", subject.checksum());
    if (!metadata.isEmpty()) {
      members.put("metadata", new TreeMap<>(metadata));
    }
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts have a JSON form", e);
    }
  }

  @Override
  public String toString() {
    return "HookPayload[" + subject + ", phase=" + phase + "]";
  }
}
