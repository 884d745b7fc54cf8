package io.burgee.mesh.istio;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.Affinity;
import io.burgee.mesh.RouteIntent;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a VirtualService, whoever wrote it, sends to the two sides.
 *
 * @param rules of all protocols, in the order of precedence within each; the application's last
 * @param cookies names of the cookies by which clients are kept on a side
 */
record LiveSpec(List<Map<?, ?>> rules, RouteIntent.Names names, Set<String> cookies) {

  static LiveSpec of(GenericKubernetesResource virtualService, RouteIntent intent) {
    var spec = map(virtualService.getAdditionalProperties().get("spec"));
    var rules = new ArrayList<Map<?, ?>>();
    var protocols =
        intent.service().tcp() ? List.of("tls", "http", "tcp") : List.of("tls", "tcp", "http");
    for (var protocol : protocols) {
      rules.addAll(maps(spec.get(protocol)));
    }
    return new LiveSpec(
        rules, intent.names(), intent.affinity().map(Affinity::names).orElse(Set.of()));
  }

  /**
   * The share of the last rule that names a side, which is the one without conditions of its own. A
   * rule before it that gives the canary more counts as matched, unless it only keeps clients of a
   * canary that gets new ones. Empty if no rule names a side, or if the last one's weights say
   * nothing.
   */
  Optional<Traffic> traffic() {
    var ours =
        rules.stream()
            .map(rule -> new Rule(rule, names))
            .filter(rule -> rule.namesASide() || rule.mirrors())
            .toList();
    var routed = ours.stream().filter(Rule::namesASide).toList();
    if (routed.isEmpty()) {
      return Optional.empty();
    }
    var mirrored = ours.stream().anyMatch(Rule::mirrors);
    var before = routed.subList(0, routed.size() - 1);
    return routed
        .getLast()
        .canaryShare()
        .map(
            share -> new Traffic(share, mirrored, before.stream().anyMatch(r -> claims(r, share))));
  }

  private boolean claims(Rule rule, Weight share) {
    var more = rule.canaryShare().filter(other -> other.compareTo(share) > 0).isPresent();
    return more && (share.isZero() || !rule.keeps(cookies));
  }

  private record Rule(Map<?, ?> json, RouteIntent.Names names) {

    boolean namesASide() {
      return destinations().stream().anyMatch(to -> Hosts.isSide(to.get("host"), names));
    }

    boolean mirrors() {
      return isCanary(map(json.get("mirror")))
          || maps(json.get("mirrors")).stream()
              .anyMatch(mirror -> isCanary(map(mirror.get("destination"))));
    }

    /** Whether it is for clients that have one of these cookies, and for no others. */
    boolean keeps(Set<String> cookies) {
      var matches = maps(json.get("match"));
      return !matches.isEmpty()
          && matches.stream()
              .map(match -> map(map(match.get("headers")).get("Cookie")).get("regex"))
              .allMatch(
                  regex ->
                      regex instanceof String text
                          && cookies.stream()
                              .anyMatch(
                                  name -> text.replace("\\", "").startsWith(".*" + name + ".*")));
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
      return isCanary(map(route.get("destination")));
    }

    private boolean isCanary(Map<?, ?> destination) {
      return Hosts.isHost(destination.get("host"), names, names.canary());
    }

    private List<Map<?, ?>> destinations() {
      return maps(json.get("route")).stream()
          .<Map<?, ?>>map(route -> map(route.get("destination")))
          .toList();
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

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<Map<?, ?>> maps(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(LiveSpec::map).toList()
        : List.of();
  }
}
