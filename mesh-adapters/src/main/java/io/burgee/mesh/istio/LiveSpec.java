package io.burgee.mesh.istio;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.RouteIntent;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a VirtualService, whoever wrote it, sends to the two sides.
 *
 * @param rules of all protocols, in the order of precedence within each; HTTP last
 */
record LiveSpec(List<Map<?, ?>> rules) {

  static LiveSpec of(GenericKubernetesResource virtualService) {
    var spec = map(virtualService.getAdditionalProperties().get("spec"));
    var rules = new ArrayList<Map<?, ?>>();
    for (var protocol : List.of("tls", "tcp", "http")) {
      rules.addAll(maps(spec.get(protocol)));
    }
    return new LiveSpec(rules);
  }

  /**
   * The share of the last rule that names a side, which is the one without conditions of its own;
   * any rule before it that names the canary counts as matched. Empty if no rule names a side, or
   * if that rule's weights say nothing.
   */
  Optional<Traffic> traffic(RouteIntent.Names names) {
    var ours =
        rules.stream()
            .map(rule -> new Rule(rule, names))
            .filter(rule -> rule.namesASide() || rule.mirrors())
            .toList();
    var routed = ours.stream().filter(Rule::namesASide).toList();
    if (routed.isEmpty()) {
      return Optional.empty();
    }
    var matched = routed.subList(0, routed.size() - 1).stream().anyMatch(Rule::reachesCanary);
    var mirrored = ours.stream().anyMatch(Rule::mirrors);
    return routed.getLast().canaryShare().map(share -> new Traffic(share, mirrored, matched));
  }

  private record Rule(Map<?, ?> json, RouteIntent.Names names) {

    boolean namesASide() {
      return destinations().stream()
          .anyMatch(to -> isHost(to, names.primary()) || isHost(to, names.canary()));
    }

    boolean reachesCanary() {
      return canaryShare().map(share -> !share.isZero()).orElse(false);
    }

    boolean mirrors() {
      return isHost(map(json.get("mirror")), names.canary())
          || maps(json.get("mirrors")).stream()
              .anyMatch(mirror -> isHost(map(mirror.get("destination")), names.canary()));
    }

    Optional<Weight> canaryShare() {
      var routes = maps(json.get("route"));
      if (routes.size() == 1) { // Istio sends everything to an only destination
        return Optional.of(toCanary(routes.getFirst()) ? Weight.ALL : Weight.ZERO);
      }
      long total = routes.stream().mapToLong(LiveSpec::weight).sum();
      long canary = routes.stream().filter(this::toCanary).mapToLong(LiveSpec::weight).sum();
      return total <= 0 ? Optional.empty() : Optional.of(share(canary, total));
    }

    private boolean toCanary(Map<?, ?> route) {
      return isHost(map(route.get("destination")), names.canary());
    }

    private List<Map<?, ?>> destinations() {
      return maps(json.get("route")).stream()
          .<Map<?, ?>>map(route -> map(route.get("destination")))
          .toList();
    }

    /** Short and qualified names of a Service in the route's own namespace mean the same. */
    private boolean isHost(Map<?, ?> destination, String service) {
      var qualified = service + "." + names.namespace();
      return destination.get("host") instanceof String host
          && (host.equals(service)
              || host.equals(qualified)
              || host.startsWith(qualified + ".svc"));
    }
  }

  /** Rounded, but a side that gets any request never shows none. */
  private static Weight share(long part, long total) {
    if (part <= 0) {
      return Weight.ZERO;
    }
    if (part >= total) {
      return Weight.ALL;
    }
    return new Weight(Math.clamp(Math.round(100.0 * part / total), 1, 99));
  }

  private static long weight(Map<?, ?> route) {
    return route.get("weight") instanceof Number number ? Math.max(0, number.longValue()) : 0;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<Map<?, ?>> maps(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(LiveSpec::map).toList()
        : List.of();
  }
}
