package io.burgee.operator.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.core.Revision;
import io.burgee.kube.Stalled;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Tells which revision a target is at. One whose generation and configuration have not moved is at
 * the revision it was at, whatever we would make of it today; one that moved is compared by
 * content, and where that differs by what the API server makes of the stored content now, so that
 * new defaults start no run.
 */
public final class Targets {
  private static final int REMEMBERED = 10_000;

  private final Configs configs;
  private final KubernetesSerialization json;
  private final BiFunction<String, PodTemplateSpec, PodTemplateSpec> defaulting;
  private final Map<String, Seen> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Seen(
      String uid, long generation, Map<String, String> configs, Revision revision) {}

  /**
   * Compares templates.
   *
   * @param defaulting what the API server would make of a template if it were created in that
   *     namespace now
   */
  public Targets(
      Configs configs,
      KubernetesSerialization json,
      BiFunction<String, PodTemplateSpec, PodTemplateSpec> defaulting) {
    this.configs = configs;
    this.json = json;
    this.defaulting = defaulting;
  }

  /**
   * The target as it is, named after one of {@code known} if it is at that revision.
   *
   * @param known the stored snapshots, the ones that matter most first
   * @throws Unreadable if the target or something it needs is missing or malformed
   */
  public Snapshot read(
      Identity canary, Workload workload, Workload.Live target, List<Snapshot> known)
      throws Unreadable {
    var blueprint = workload.blueprint(target);
    var checksums = configs.checksums(canary.namespace(), blueprint.template().getSpec());
    var now = new Look(target, blueprint.template(), checksums);
    var revision = revision(canary, now, known);
    seen.put(canary.uid(), new Seen(now.uid(), target.generation(), checksums, revision));
    return new Snapshot(
        revision, now.uid(), target.generation(), blueprint, checksums, configs.areTracked());
  }

  /** Whether the snapshot's configuration still is what it was. */
  public boolean isIntact(String namespace, Snapshot snapshot) {
    return snapshot.configs().entrySet().stream()
        .allMatch(
            entry ->
                configs
                    .checksum(
                        namespace,
                        ConfigNames.Kind.ofKey(entry.getKey()),
                        ConfigNames.Kind.nameOfKey(entry.getKey()))
                    .filter(entry.getValue()::equals)
                    .isPresent());
  }

  /** The target as it is now. */
  private record Look(Workload.Live live, PodTemplateSpec template, Map<String, String> configs) {
    String uid() {
      return live.object().getMetadata().getUid();
    }

    boolean unmoved(String uid, long generation) {
      return uid.equals(uid()) && generation == live.generation();
    }
  }

  private Revision revision(Identity canary, Look now, List<Snapshot> known) {
    var last = seen.get(canary.uid());
    if (last != null
        && now.unmoved(last.uid(), last.generation())
        && last.configs().equals(now.configs())) {
      return last.revision();
    }
    var sameConfigs = known.stream().filter(s -> hasConfigs(s, now.configs())).toList();
    for (var snapshot : sameConfigs) {
      if (now.unmoved(snapshot.uid(), snapshot.generation())) {
        return snapshot.revision();
      }
    }
    var content = CanonicalJson.of(tree(now.template()));
    for (var snapshot : sameConfigs) {
      if (content.equals(CanonicalJson.of(tree(snapshot.blueprint().template())))) {
        return snapshot.revision();
      }
    }
    for (var snapshot : sameConfigs) {
      if (content.equals(renewed(canary, snapshot))) {
        return snapshot.revision();
      }
    }
    return new Revision(CanonicalJson.nameOf(content + now.configs()));
  }

  /** Switching the tracking on or off is no change of the user's. */
  private boolean hasConfigs(Snapshot snapshot, Map<String, String> checksums) {
    return snapshot.tracked() != configs.areTracked() || snapshot.configs().equals(checksums);
  }

  /** What the stored template would be now; a cluster that refuses it today tells us nothing. */
  private String renewed(Identity canary, Snapshot snapshot) {
    var template = snapshot.blueprint().template();
    try {
      return CanonicalJson.of(tree(defaulting.apply(canary.namespace(), template)));
    } catch (Stalled refused) {
      return CanonicalJson.of(tree(template));
    }
  }

  private JsonNode tree(PodTemplateSpec template) {
    return json.convertValue(template, JsonNode.class);
  }
}
