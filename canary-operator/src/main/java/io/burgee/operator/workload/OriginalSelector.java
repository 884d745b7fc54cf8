package io.burgee.operator.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.burgee.kube.Applier;
import java.util.Map;
import java.util.Optional;

/** What the Service that users address selected before it was adopted, as kubectl noted it. */
final class OriginalSelector {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final ObjectMapper JSON = new ObjectMapper();

  private OriginalSelector() {}

  /** Blocks for a request: caches keep no such notes. */
  static Optional<Map<String, String>> of(Applier applier, Identity canary) {
    return applier
        .read(Services.KIND, canary.apexName())
        .map(service -> Nullness.map(service.getMetadata().getAnnotations()).get(LAST_APPLIED))
        .flatMap(OriginalSelector::parse);
  }

  /** A note that can't be read is none. */
  private static Optional<Map<String, String>> parse(String note) {
    try {
      var selector = JSON.readTree(note).at("/spec/selector");
      return selector.isObject() && !selector.isEmpty()
          ? Optional.of(JSON.convertValue(selector, new TypeReference<Map<String, String>>() {}))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
