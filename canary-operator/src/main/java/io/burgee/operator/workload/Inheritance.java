package io.burgee.operator.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of a target's labels and annotations its primary gets.
 *
 * @param selectorLabels keys that may tell a workload's pods apart, first match wins
 * @param prefixes of keys that are inherited; {@code *} for all
 */
public record Inheritance(List<String> selectorLabels, List<String> prefixes) {
  /** Marks of Flux on the target: on the primary they would hand it to Flux. */
  private static final String FLUX = "toolkit.fluxcd.io";

  public Inheritance {
    selectorLabels = List.copyOf(selectorLabels);
    prefixes = List.copyOf(prefixes);
  }

  /** The label that tells the target's pods apart. */
  Map.Entry<String, String> selector(
      String kind, HasMetadata target, @Nullable LabelSelector selector) throws Unreadable {
    var labels = selector == null ? null : selector.getMatchLabels();
    for (var key : selectorLabels) {
      var value = Nullness.map(labels).get(key);
      if (value != null) {
        return Map.entry(key, value);
      }
    }
    throw new Unreadable(
        "%s %s.%s spec.selector.matchLabels must contain one of %s"
            .formatted(
                kind,
                target.getMetadata().getName(),
                target.getMetadata().getNamespace(),
                selectorLabels));
  }

  Map<String, String> inherited(@Nullable Map<String, String> of) {
    var result = new TreeMap<String, String>();
    Nullness.map(of)
        .forEach(
            (key, value) -> {
              if (!isFlux(key) && prefixes.stream().anyMatch(p -> matches(p, key))) {
                result.put(key, value);
              }
            });
    return result;
  }

  static boolean isFlux(String key) {
    return key.contains(FLUX);
  }

  private static boolean matches(String prefix, String key) {
    return prefix.equals("*") || (!prefix.isEmpty() && key.startsWith(prefix));
  }
}
