package io.burgee.operator.canary;

import io.burgee.api.AutoscalerReference;
import io.burgee.api.Canary;
import io.burgee.api.LocalObjectReference;
import io.burgee.kube.Cache;
import io.burgee.kube.NamespacedName;
import io.burgee.operator.workload.ConfigNames;
import io.burgee.operator.workload.Identity;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which Canaries a changed object matters to. */
final class Wakes {
  /** Index of Canaries by the names that their objects have. */
  static final String OBJECTS = "objects";

  private static final String CONFIGS = "configs";

  private final Cache<Canary> canaries;
  private final Cache<Deployment> deployments;
  private final Consumer<NamespacedName> wake;

  Wakes(Cache<Canary> canaries, Cache<Deployment> deployments, Consumer<NamespacedName> wake) {
    this.canaries = canaries.index(OBJECTS, Wakes::objectsOf);
    this.deployments = deployments.index(CONFIGS, Wakes::configsOf);
    this.wake = wake;
    canaries.onChange(
        (old, now) -> {
          wake.accept(NamespacedName.of(either(old, now)));
          if (old != null && now == null) { // what it had is free for another
            objectsOf(old).stream()
                .flatMap(object -> canaries.byIndex(OBJECTS, object).stream())
                .map(NamespacedName::of)
                .forEach(wake);
          }
        });
  }

  /** A change of any of its objects wakes the Canaries that have one of that name. */
  <T extends HasMetadata> void watch(Cache<T> cache) {
    cache.onChange((old, now) -> objectChanged(NamespacedName.of(either(old, now))));
  }

  /** A change of content wakes the Canaries whose workloads refer to it. */
  <T extends HasMetadata> void watchConfigs(Cache<T> cache) {
    cache.onChange((old, now) -> configChanged(either(old, now)));
  }

  void objectChanged(NamespacedName object) {
    if (canaries.isReady()) { // else each Canary wakes by itself when it comes
      canaries.byIndex(OBJECTS, object.toString()).stream().map(NamespacedName::of).forEach(wake);
    }
  }

  /** Something that may concern any Canary, such as the kinds that the cluster serves. */
  void everything() {
    if (canaries.isReady()) {
      canaries.list().stream().map(NamespacedName::of).forEach(wake);
    }
  }

  private void configChanged(HasMetadata config) {
    if (!deployments.isReady()) {
      return; // the Deployments that come wake their Canaries
    }
    var prefix =
        switch (config) {
          case ConfigMap map -> "configmap/";
          case Secret secret -> "secret/";
          default -> throw new IllegalArgumentException("no configuration: " + config.getKind());
        };
    var key = config.getMetadata().getNamespace() + "/" + prefix + config.getMetadata().getName();
    deployments
        .byIndex(CONFIGS, key)
        .forEach(deployment -> objectChanged(NamespacedName.of(deployment)));
  }

  private static <T> T either(@Nullable T old, @Nullable T now) {
    if (now != null) {
      return now;
    }
    if (old != null) {
      return old;
    }
    throw new IllegalArgumentException("a change of nothing");
  }

  /** All names that objects of this Canary have, whatever their kind. */
  private static List<String> objectsOf(Canary canary) {
    var spec = canary.getSpec();
    LocalObjectReference target = spec == null ? null : spec.getTargetRef();
    if (target == null || target.getName() == null || target.getKind() == null) {
      return List.of();
    }
    var identity = Identity.of(canary);
    var names = new ArrayList<String>();
    for (var base : bases(canary, identity)) {
      names.addAll(List.of(base, base + "-primary", base + "-canary"));
    }
    AutoscalerReference scaler = spec.getAutoscalerRef();
    if (scaler != null && scaler.getName() != null) {
      names.addAll(List.of(scaler.getName(), scaler.getName() + "-primary"));
    }
    return names.stream()
        .distinct()
        .map(name -> NamespacedName.of(identity.namespace(), name).toString())
        .toList();
  }

  /** Those of the present spec and of the one that a run is about. */
  private static List<String> bases(Canary canary, Identity identity) {
    var bases = new ArrayList<>(List.of(identity.target(), identity.apex()));
    var burgee = canary.getStatus() == null ? null : canary.getStatus().getBurgee();
    var recorded = burgee == null ? null : burgee.getSpec();
    if (recorded != null) {
      Stream.of("/targetRef/name", "/service/name")
          .map(pointer -> recorded.at(pointer).asText())
          .filter(name -> !name.isEmpty())
          .forEach(bases::add);
    }
    return bases;
  }

  private static List<String> configsOf(Deployment deployment) {
    return ConfigNames.of(deployment.getSpec().getTemplate().getSpec()).stream()
        .map(reference -> deployment.getMetadata().getNamespace() + "/" + reference.key())
        .toList();
  }
}
