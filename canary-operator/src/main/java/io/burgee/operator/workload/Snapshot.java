package io.burgee.operator.workload;

import io.burgee.core.Revision;
import java.util.Map;

/**
 * A target as it was when it was looked at: what is analysed, and later promoted.
 *
 * @param generation of the target's spec
 * @param configs checksums by {@code configmap/NAME} or {@code secret/NAME}
 */
public record Snapshot(
    Revision revision, long generation, Blueprint blueprint, Map<String, String> configs) {
  public Snapshot {
    configs = Map.copyOf(configs);
  }
}
