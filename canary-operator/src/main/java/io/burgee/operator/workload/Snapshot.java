package io.burgee.operator.workload;

import io.burgee.core.Revision;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Optional;

/**
 * A target as it was when it was looked at: what is analysed, and later promoted.
 *
 * @param uid of the target: another object's generations mean nothing
 * @param generation of the target's spec
 * @param tracked whether configuration belonged to revisions when it was taken
 * @param configs checksums by {@code configmap/NAME} or {@code secret/NAME}
 * @param primary the primary's template as another controller made it; to be used as it is, so that
 *     no pod is replaced for the sake of another way of writing it
 */
public record Snapshot(
    Revision revision,
    String uid,
    long generation,
    Blueprint blueprint,
    Map<String, String> configs,
    boolean tracked,
    Optional<PodTemplateSpec> primary) {
  public Snapshot {
    configs = Map.copyOf(configs);
  }

  /** Of a target, with the primary still to be made. */
  public Snapshot(
      Revision revision,
      String uid,
      long generation,
      Blueprint blueprint,
      Map<String, String> configs,
      boolean tracked) {
    this(revision, uid, generation, blueprint, configs, tracked, Optional.empty());
  }

  /** Whether the primary's pods refer to a copy of their own of what {@code key} names. */
  boolean copies(String key) {
    return primary
        .map(
            template ->
                ConfigNames.of(template.getSpec()).stream()
                    .anyMatch(reference -> reference.key().equals(key + "-primary")))
        .orElse(true);
  }
}
