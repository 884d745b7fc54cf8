package io.burgee.operator.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.burgee.api.Canary;
import io.burgee.kube.Checksums;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The Canary that a payload is about.
 *
 * @param checksum the same for the same revision with the same configuration, so that a receiver
 *     can tell one release from another
 */
record Subject(String name, String namespace, String checksum) {
  private static final JsonMapper JSON = new JsonMapper();

  /** As its status has it. */
  public static Subject of(Canary canary) {
    return new Subject(
        Objects.requireNonNullElse(canary.getMetadata().getName(), ""),
        Objects.requireNonNullElse(canary.getMetadata().getNamespace(), ""),
        checksum(canary));
  }

  /** Flagger hashes a dump of Go's memory: this hashes JSON with sorted keys instead. */
  private static String checksum(Canary canary) {
    var hashed = new TreeMap<String, Object>();
    var status = canary.getStatus();
    if (status != null) {
      hashed.put("lastAppliedSpec", Objects.requireNonNullElse(status.getLastAppliedSpec(), ""));
      hashed.put(
          "trackedConfigs",
          new TreeMap<>(
              Objects.requireNonNullElse(status.getTrackedConfigs(), Map.<String, String>of())));
    }
    try {
      return Checksums.of(JSON.writeValueAsString(hashed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts have a JSON form", e);
    }
  }
}
