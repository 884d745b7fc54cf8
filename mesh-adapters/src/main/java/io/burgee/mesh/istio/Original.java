package io.burgee.mesh.istio;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The spec that a user's VirtualService had before it became ours, kept in an annotation so that it
 * can be given back when the Canary goes.
 */
final class Original {
  static final String ANNOTATION = "flagger.kubernetes.io/original-configuration";

  private static final String KUBECTL = "kubectl.kubernetes.io/last-applied-configuration";

  private Original() {}

  /** What to keep of {@code live}; empty where it was ours from the start or kubectl keeps it. */
  static Optional<String> of(GenericKubernetesResource live) {
    Map<String, String> annotations =
        Optional.ofNullable(live.getMetadata().getAnnotations()).orElse(Map.of());
    var kept = annotations.get(ANNOTATION);
    if (kept != null) {
      return Optional.of(kept);
    }
    return generated(live) || annotations.containsKey(KUBECTL)
        ? Optional.empty()
        : Optional.of(Serialization.asJson(spec(live)));
  }

  private static boolean generated(GenericKubernetesResource live) {
    return live.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> "Canary".equals(owner.getKind()));
  }

  private static @Nullable Object spec(GenericKubernetesResource live) {
    return live.getAdditionalProperties().get("spec");
  }
}
