package io.burgee.operator.workload;

import io.burgee.core.Revision;
import java.util.Map;

/**
 * A target as it was when it was looked at: what is analysed, and later promoted.
 *
 * @param uid of the target: another object's generations mean nothing
 * @param generation of the target's spec
 * @param tracked whether configuration belonged to revisions when it was taken
 * @param configs checksums by {@code configmap/NAME} or {@code secret/NAME}
 */
public record Snapshot(
    Revision revision,
    String uid,
    long generation,
    Blueprint blueprint,
    Map<String, String> configs,
    boolean tracked) {
  public Snapshot {
    configs = Map.copyOf(configs);
  }
}
