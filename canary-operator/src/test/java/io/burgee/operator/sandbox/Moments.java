package io.burgee.operator.sandbox;

import io.burgee.api.Canary;
import io.burgee.sandbox.traffic.Snapshot;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Made-up moments. */
final class Moments {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private Moments() {}

  static Moment at(long millis, String phase, int weight, String reason, String... events) {
    var elapsed = Duration.ofMillis(millis);
    return new Moment(
        elapsed, START.plus(elapsed), canary(phase, weight, reason), traffic(), List.of(events));
  }

  private static Canary canary(String phase, int weight, String reason) {
    return JSON.unmarshal(
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: shop, namespace: demo}
        status:
          phase: %s
          canaryWeight: %d
          conditions: [{type: Promoted, message: what %s means}]
          burgee: {stage: Analysing, reason: "%s", nextCheckAt: "2026-03-01T12:00:10Z"}
        """
            .formatted(phase, weight, phase, reason),
        Canary.class);
  }

  private static Snapshot traffic() {
    return new Snapshot(
        new Snapshot.Side(
            "shop-primary", 80.2, OptionalDouble.of(99.94), Optional.of(Duration.ofMillis(41))),
        new Snapshot.Side("shop", 0, OptionalDouble.empty(), Optional.empty()),
        0);
  }
}
