package io.burgee.mesh.istio;

import io.burgee.mesh.RouteIntent;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    var annotations = annotations(live);
    var kept = annotations.get(ANNOTATION);
    if (kept != null) {
      return Optional.of(kept);
    }
    return isGenerated(live) || annotations.containsKey(KUBECTL)
        ? Optional.empty()
        : Optional.of(Serialization.asJson(live.getAdditionalProperties().get("spec")));
  }

  /** Whether {@code live} is there because of a Canary, rather than a user's own. */
  static boolean isGenerated(GenericKubernetesResource live) {
    return live.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> "Canary".equals(owner.getKind()));
  }

  /** Whether anything about {@code live} is ours. */
  static boolean isMarked(GenericKubernetesResource live, RouteIntent.Names names) {
    return isGenerated(live)
        || annotations(live).containsKey(ANNOTATION)
        || namesASide(live.getAdditionalProperties().get("spec"), names);
  }

  /**
   * What users last wanted {@code live} to be: what kubectl remembers, else what was kept. Text
   * that can't be read is none, and so is a spec that names a side: the sides go with the Canary.
   */
  static Optional<Map<String, Object>> spec(
      GenericKubernetesResource live, RouteIntent.Names names) {
    var annotations = annotations(live);
    var applied = read(annotations.get(KUBECTL)).map(object -> LiveSpec.map(object.get("spec")));
    return Stream.of(applied, read(annotations.get(ANNOTATION)))
        .flatMap(Optional::stream)
        .filter(spec -> !spec.isEmpty() && !namesASide(spec, names))
        .findFirst()
        .map(Original::keyed);
  }

  private static boolean namesASide(@Nullable Object json, RouteIntent.Names names) {
    return switch (json) {
      case Map<?, ?> map ->
          Hosts.isSide(map.get("host"), names)
              || map.values().stream().anyMatch(value -> namesASide(value, names));
      case List<?> list -> list.stream().anyMatch(value -> namesASide(value, names));
      case null, default -> false;
    };
  }

  private static Optional<Map<?, ?>> read(@Nullable String json) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LiveSpec.map(Serialization.unmarshal(json, Object.class)));
    } catch (RuntimeException e) { // anyone may write an annotation
      return Optional.empty();
    }
  }

  private static Map<String, Object> keyed(Map<?, ?> map) {
    var keyed = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
    return keyed;
  }

  private static Map<String, String> annotations(GenericKubernetesResource live) {
    return Objects.requireNonNullElse(live.getMetadata().getAnnotations(), Map.of());
  }
}
