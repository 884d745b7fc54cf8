package io.burgee.operator.workload;

import io.burgee.kube.Cache;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.TrackedConfig;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ConfigMaps and Secrets that targets refer to, by their checksums. */
public final class Configs {
  private final Cache<ConfigMap> maps;
  private final Cache<Secret> secrets;
  private final boolean tracking;

  /**
   * Reads from caches.
   *
   * @param tracking whether configuration belongs to a revision at all
   */
  public Configs(Cache<ConfigMap> maps, Cache<Secret> secrets, boolean tracking) {
    this.maps = maps;
    this.secrets = secrets;
    this.tracking = tracking;
  }

  /** Whether configuration belongs to revisions. */
  boolean areTracked() {
    return tracking;
  }

  /**
   * The checksums of all that {@code pod} refers to, excluded objects left out.
   *
   * @throws Unreadable if one that the pod can't start without is missing
   */
  Map<String, String> checksums(String namespace, PodSpec pod) throws Unreadable {
    var found = new TreeMap<String, String>();
    if (!tracking) {
      return found;
    }
    for (var reference : ConfigNames.of(pod)) {
      var config = find(namespace, reference.kind(), reference.name());
      if (config.isEmpty() && !reference.optional()) {
        throw new Unreadable(reference.key() + " not found in namespace " + namespace);
      }
      config
          .filter(TrackedConfig::tracked)
          .ifPresent(tracked -> found.put(reference.key(), tracked.checksum()));
    }
    return found;
  }

  /** The checksum of one object; empty if it doesn't exist. */
  Optional<String> checksum(String namespace, ConfigNames.Kind kind, String name) {
    return find(namespace, kind, name).map(TrackedConfig::checksum);
  }

  /** The checksum of one object, if it counts among what revisions are made of. */
  Optional<String> trackedChecksum(String namespace, ConfigNames.Kind kind, String name) {
    return find(namespace, kind, name).filter(TrackedConfig::tracked).map(TrackedConfig::checksum);
  }

  /** Whether the object is there and belongs to that Canary. */
  boolean isOf(Identity canary, ConfigNames.Kind kind, String name) {
    var at = NamespacedName.of(canary.namespace(), name);
    Optional<? extends HasMetadata> object =
        switch (kind) {
          case CONFIG_MAP -> maps.get(at);
          case SECRET -> secrets.get(at);
        };
    return object.stream()
        .flatMap(o -> Nullness.stream(o.getMetadata().getOwnerReferences()))
        .anyMatch(owner -> canary.uid().equals(owner.getUid()));
  }

  private Optional<TrackedConfig> find(String namespace, ConfigNames.Kind kind, String name) {
    var at = NamespacedName.of(namespace, name);
    Optional<? extends HasMetadata> object =
        switch (kind) {
          case CONFIG_MAP -> maps.get(at);
          case SECRET -> secrets.get(at);
        };
    return object.map(TrackedConfig::of);
  }
}
