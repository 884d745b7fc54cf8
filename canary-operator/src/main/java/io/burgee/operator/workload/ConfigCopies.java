package io.burgee.operator.workload;

import io.burgee.kube.Applier;
import io.burgee.kube.Caches;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.Transient;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * The primary's own copies of the configuration it was promoted with: {@code X-primary} of each
 * {@code X}. Bodies are read only here, when a copy has to change. What a copy held before is kept
 * as {@code X-primary-previous} until the promotion is done, in case it has to come back.
 */
public final class ConfigCopies {
  private static final String PRIMARY = "-primary";
  private static final String PREVIOUS = "-primary-previous";

  private final Configs configs;
  private final Applier applier;
  private final Inheritance inheritance;

  public ConfigCopies(Configs configs, Applier applier, Inheritance inheritance) {
    this.configs = configs;
    this.applier = applier;
    this.inheritance = inheritance;
  }

  /**
   * Makes every copy hold what the snapshot's checksums say.
   *
   * @return whether something was written
   */
  public boolean bring(Identity canary, Snapshot snapshot) {
    var wrote = false;
    for (var entry : snapshot.configs().entrySet()) {
      wrote |= bring(canary, entry.getKey(), entry.getValue());
    }
    return wrote;
  }

  /** Drops what {@link #bring} kept for a way back. */
  public boolean forget(Identity canary, Snapshot promoted) {
    var wrote = false;
    for (var key : promoted.configs().keySet()) {
      var kind = ConfigNames.Kind.ofKey(key);
      var name = ConfigNames.Kind.nameOfKey(key) + PREVIOUS;
      if (configs.checksum(canary.namespace(), kind, name).isPresent()) {
        var at = NamespacedName.of(canary.namespace(), name);
        wrote |=
            switch (kind) {
              case CONFIG_MAP -> applier.delete(Caches.CONFIG_MAPS, at);
              case SECRET -> applier.delete(Caches.SECRETS, at);
            };
      }
    }
    return wrote;
  }

  private boolean bring(Identity canary, String key, String wanted) {
    var kind = ConfigNames.Kind.ofKey(key);
    var name = ConfigNames.Kind.nameOfKey(key);
    var held = configs.checksum(canary.namespace(), kind, name + PRIMARY);
    if (held.filter(wanted::equals).isPresent()) {
      return false;
    }
    var source =
        sourceOf(canary, kind, name, wanted)
            .orElseThrow(() -> new Transient("what " + key + " held at the analysis is gone"));
    if (held.isPresent() && source.equals(name)) {
      copy(canary, kind, name + PRIMARY, name + PREVIOUS);
    }
    copy(canary, kind, source, name + PRIMARY);
    return true;
  }

  /** The object that still holds the body. */
  private Optional<String> sourceOf(
      Identity canary, ConfigNames.Kind kind, String name, String wanted) {
    return java.util.stream.Stream.of(name, name + PREVIOUS)
        .filter(
            candidate ->
                configs
                    .checksum(canary.namespace(), kind, candidate)
                    .filter(wanted::equals)
                    .isPresent())
        .findFirst();
  }

  private void copy(Identity canary, ConfigNames.Kind kind, String from, String to) {
    switch (kind) {
      case CONFIG_MAP -> {
        ConfigMap body = read(Caches.CONFIG_MAPS, canary, from);
        applier.replace(
            new ConfigMapBuilder()
                .withMetadata(metadata(canary, to, body.getMetadata().getLabels()))
                .withData(body.getData())
                .build());
      }
      case SECRET -> {
        Secret body = read(Caches.SECRETS, canary, from);
        applier.replace(
            new SecretBuilder()
                .withMetadata(metadata(canary, to, body.getMetadata().getLabels()))
                .withType(body.getType())
                .withData(body.getData())
                .build());
      }
    }
  }

  private <T extends HasMetadata> T read(Kind<T> kind, Identity canary, String name) {
    return applier
        .read(kind, NamespacedName.of(canary.namespace(), name))
        .orElseThrow(() -> new Transient(kind.name() + " " + name + " came and went"));
  }

  private ObjectMeta metadata(
      Identity canary, String name, @org.jspecify.annotations.Nullable Map<String, String> labels) {
    return new ObjectMetaBuilder()
        .withNamespace(canary.namespace())
        .withName(name)
        .withLabels(inheritance.inherited(labels))
        .withOwnerReferences(canary.owner())
        .build();
  }
}
