package io.burgee.kube;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off an object before it is kept. A ConfigMap's or Secret's content gives way to its
 * checksum, in a field beside {@code metadata} where no user can put one.
 */
final class Slimming {
  static final String CHECKSUM = "checksum";

  /** It repeats the object, a Secret's content included. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private Slimming() {}

  /** Slims the object itself. */
  static void slim(HasMetadata object) {
    var metadata = object.getMetadata();
    metadata.setManagedFields(null);
    if (metadata.getAnnotations() != null) {
      metadata.getAnnotations().remove(LAST_APPLIED);
    }
    switch (object) {
      case ConfigMap config -> slimConfigMap(config);
      case Secret secret -> slimSecret(secret);
      case CustomResourceDefinition crd ->
          crd.getSpec().getVersions().forEach(version -> version.setSchema(null));
      default -> {}
    }
  }

  private static void slimConfigMap(ConfigMap config) {
    if (checksum(config) == null) {
      config.setAdditionalProperty(CHECKSUM, Checksums.ofData(config.getData()));
      config.setData(null);
      config.setBinaryData(null);
    }
  }

  private static void slimSecret(Secret secret) {
    if (checksum(secret) == null) {
      secret.setAdditionalProperty(CHECKSUM, Checksums.ofData(secret.getData()));
      secret.setData(null);
      secret.setStringData(null);
    }
  }

  /** A slim object that shares nothing mutable with the caller's where bodies are at stake. */
  static <T extends HasMetadata> T slimmed(T object) {
    HasMetadata copy =
        switch (object) {
          case ConfigMap config -> new ConfigMapBuilder(config).build();
          case Secret secret -> new SecretBuilder(secret).build();
          default -> object;
        };
    slim(copy);
    @SuppressWarnings("unchecked") // each builder answers the type it was given
    var slim = (T) copy;
    return slim;
  }

  /** Null when the object is not a slim ConfigMap or Secret. */
  static @Nullable String checksum(HasMetadata object) {
    var value =
        switch (object) {
          case ConfigMap config -> config.getAdditionalProperties().get(CHECKSUM);
          case Secret secret -> secret.getAdditionalProperties().get(CHECKSUM);
          default -> null;
        };
    return value == null ? null : value.toString();
  }
}
