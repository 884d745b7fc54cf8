package io.burgee.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Set;

/**
 * A ConfigMap or Secret from the cache, as far as a canary is concerned.
 *
 * @param reference {@code configmap/NAME} or {@code secret/NAME}
 * @param checksum of its content, as Flagger computes it
 * @param tracked false when it is excluded, by annotation or by the Secret's type
 */
public record TrackedConfig(
    String reference, NamespacedName name, String checksum, boolean tracked) {
  private static final String ANNOTATION = "flagger.app/config-tracking";
  private static final Set<String> SECRET_TYPES =
      Set.of("Opaque", "kubernetes.io/basic-auth", "kubernetes.io/ssh-auth", "kubernetes.io/tls");

  /**
   * Reads it from a cached object.
   *
   * @param cached a ConfigMap or Secret as {@link Caches} answers it
   */
  public static TrackedConfig of(HasMetadata cached) {
    var checksum = Slimming.checksum(cached);
    if (checksum == null) {
      throw new IllegalArgumentException(
          cached.getKind() + " " + NamespacedName.of(cached) + " has no checksum: not cached");
    }
    var name = NamespacedName.of(cached);
    var reference = (cached instanceof Secret ? "secret/" : "configmap/") + name.name();
    return new TrackedConfig(reference, name, checksum, isTracked(cached));
  }

  private static boolean isTracked(HasMetadata object) {
    var annotations = object.getMetadata().getAnnotations();
    if (annotations != null && annotations.getOrDefault(ANNOTATION, "").startsWith("disable")) {
      return false;
    }
    return !(object instanceof Secret secret)
        || (secret.getType() != null && SECRET_TYPES.contains(secret.getType()));
  }
}
