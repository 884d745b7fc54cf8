package io.burgee.operator.workload;

import io.burgee.kube.Applier;
import io.burgee.kube.Caches;
import io.burgee.kube.Checksums;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.Stalled;
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
import org.jspecify.annotations.Nullable;

/**
 * The primary's own copies of the configuration it was promoted with: {@code X-primary} of each
 * {@code X}. Bodies are read only here, when a copy has to change. What a copy held before is kept
 * as {@code X-primary-previous} until the promotion is done, in case it has to come back.
 */
public final class ConfigCopies {
  private static final String PRIMARY = "-primary";
  private static final String PREVIOUS = "-primary-previous";

  private final Configs configs;
  private final Inheritance inheritance;

  public ConfigCopies(Configs configs, Inheritance inheritance) {
    this.configs = configs;
    this.inheritance = inheritance;
  }

  /**
   * Makes every copy hold what the snapshot's checksums say. Where nothing holds that any more, a
   * copy that is there stays as it is: what the primary has is better than nothing.
   *
   * @return whether something was written
   * @throws Stalled if a copy is missing and nothing holds what it held
   * @throws Transient if an object changed while it was read; nothing is written then
   */
  public boolean bring(Applier applier, Identity canary, Snapshot snapshot) {
    var wrote = false;
    for (var entry : snapshot.configs().entrySet()) {
      wrote |=
          snapshot.copies(entry.getKey())
              && bring(applier, canary, entry.getKey(), entry.getValue());
    }
    return wrote;
  }

  /** Drops what {@link #bring} kept for a way back. */
  public boolean forget(Applier applier, Identity canary, Snapshot promoted) {
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

  private boolean bring(Applier applier, Identity canary, String key, String wanted) {
    var kind = ConfigNames.Kind.ofKey(key);
    var name = ConfigNames.Kind.nameOfKey(key);
    var held = configs.checksum(canary.namespace(), kind, name + PRIMARY);
    if (held.filter(wanted::equals).isPresent()) {
      return false;
    }
    var source = sourceOf(canary, kind, name, wanted);
    if (source.isEmpty() && held.isPresent()) {
      return false;
    }
    var from =
        source.orElseThrow(
            () ->
                new Stalled(
                    key
                        + PRIMARY
                        + " is missing, and what it held is nowhere else: restore "
                        + key
                        + " or change the target"));
    if (held.isPresent() && from.equals(name)) {
      copy(applier, canary, kind, name + PRIMARY, name + PREVIOUS, held.get());
    }
    copy(applier, canary, kind, from, name + PRIMARY, wanted);
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

  private void copy(
      Applier applier,
      Identity canary,
      ConfigNames.Kind kind,
      String from,
      String to,
      String checksum) {
    switch (kind) {
      case CONFIG_MAP -> {
        ConfigMap body = read(applier, Caches.CONFIG_MAPS, canary, from);
        requireUnchanged(from, body.getData(), checksum);
        applier.replace(
            new ConfigMapBuilder()
                .withMetadata(metadata(canary, to, body.getMetadata().getLabels()))
                .withData(body.getData())
                .withBinaryData(body.getBinaryData())
                .build());
      }
      case SECRET -> {
        Secret body = read(applier, Caches.SECRETS, canary, from);
        requireUnchanged(from, body.getData(), checksum);
        applier.replace(
            new SecretBuilder()
                .withMetadata(metadata(canary, to, body.getMetadata().getLabels()))
                .withType(body.getType())
                .withData(body.getData())
                .build());
      }
    }
  }

  /** What is copied is what was analysed, whatever the cache held a moment ago. */
  private static void requireUnchanged(
      String name, @Nullable Map<String, String> data, String checksum) {
    if (!Checksums.ofData(data).equals(checksum)) {
      throw new Transient(name + " changed while it was read");
    }
  }

  private static <T extends HasMetadata> T read(
      Applier applier, Kind<T> kind, Identity canary, String name) {
    return applier
        .read(kind, NamespacedName.of(canary.namespace(), name))
        .orElseThrow(() -> new Transient(kind.name() + " " + name + " came and went"));
  }

  private ObjectMeta metadata(Identity canary, String name, @Nullable Map<String, String> labels) {
    return new ObjectMetaBuilder()
        .withNamespace(canary.namespace())
        .withName(name)
        .withLabels(inheritance.inherited(labels))
        .withOwnerReferences(canary.owner())
        .build();
  }
}
