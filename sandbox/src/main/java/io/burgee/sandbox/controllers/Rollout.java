package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many replicas each ReplicaSet of a Deployment gets next.
 *
 * @param replicas what the Deployment wants
 * @param surge by how many pods it may exceed that
 * @param unavailable how many of that may be missing
 */
record Rollout(int replicas, int surge, int unavailable) {
  /** A ReplicaSet; {@code current} has the Deployment's template. */
  record Size(String name, boolean current, int wanted, int available) {}

  static Rollout of(JsonNode deployment) {
    int replicas = deployment.at("/spec/replicas").asInt(1);
    var rolling = deployment.at("/spec/strategy/rollingUpdate");
    int surge = resolve(rolling.path("maxSurge"), replicas, true);
    int unavailable = resolve(rolling.path("maxUnavailable"), replicas, false);
    // both zero would never move
    return new Rollout(replicas, surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
  }

  /** A number, or a share of {@code of} in percent; 25 % when absent. */
  static int resolve(JsonNode value, int of, boolean up) {
    if (value.isIntegralNumber()) {
      return value.asInt();
    }
    double share = Double.parseDouble(value.asText("25%").replace("%", "")) / 100 * of;
    return (int) (up ? Math.ceil(share) : Math.floor(share));
  }

  /** How many pods must be available for the Deployment to count as available. */
  int minimumAvailable() {
    return replicas - Math.min(unavailable, replicas);
  }

  /** {@code sizes} oldest first; the answer has only those that change. */
  Map<String, Integer> next(List<Size> sizes) {
    var next = new LinkedHashMap<String, Integer>();
    int total = sizes.stream().mapToInt(Size::wanted).sum();
    for (var size : sizes) {
      if (size.current()) {
        int room = Math.max(0, replicas + surge - total);
        put(next, size, Math.min(replicas, size.wanted() + room));
      }
    }
    shrinkOld(sizes, next);
    return next;
  }

  private void shrinkOld(List<Size> sizes, Map<String, Integer> next) {
    int available = sizes.stream().mapToInt(Size::available).sum();
    int total = sizes.stream().mapToInt(Size::wanted).sum();
    int pending =
        sizes.stream().filter(Size::current).mapToInt(s -> s.wanted() - s.available()).sum();
    int budget = Math.max(0, total - minimumAvailable() - Math.max(0, pending));
    int spare = Math.max(0, available - minimumAvailable());
    for (var size : sizes) {
      if (size.current()) {
        continue;
      }
      // pods that serve nobody go first: they cost no availability
      int broken = Math.clamp(size.wanted() - size.available(), 0, budget);
      // a status that is behind has pods available that are no longer wanted
      int left = Math.min(size.available(), size.wanted() - broken);
      int serving = Math.min(left, Math.min(spare, budget - broken));
      put(next, size, size.wanted() - broken - serving);
      budget -= broken + serving;
      spare -= serving;
    }
  }

  private static void put(Map<String, Integer> next, Size size, int wanted) {
    if (wanted != size.wanted()) {
      next.put(size.name(), wanted);
    }
  }
}
