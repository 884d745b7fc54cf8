package io.burgee.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrafficSimulatorTest {
  private static final Offset<Double> NEAR = within(6.0);

  private final TrafficFixture fixture = new TrafficFixture();

  @Test
  void trafficFollowsTheLiveVirtualServiceWeights() {
    fixture.bothSides();
    fixture.weights(70, 30);
    fixture.time.advance(60);
    assertThat(fixture.rate("shop-primary")).isCloseTo(70, NEAR);
    assertThat(fixture.rate("shop")).isCloseTo(30, NEAR);

    fixture.weights(0, 100);
    fixture.time.advance(60);
    assertThat(fixture.rate("shop-primary")).isZero();
    assertThat(fixture.rate("shop")).isCloseTo(100, NEAR);
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void withoutARouteTheServiceSelectorDecides() {
    fixture.bothSides();
    fixture.time.advance(60);
    assertThat(fixture.rate("shop-primary")).isCloseTo(100, NEAR);
    assertThat(fixture.rate("shop")).isZero();
  }

  @Test
  void matchesSendOnlyInsidersToTheCanary() {
    fixture.bothSides();
    fixture.route(
        """
        {"hosts": ["shop.demo.svc.cluster.local"], "http": [
          {"match": [{"headers": {"x-canary": {"exact": "insider"}}}],
           "route": [{"destination": {"host": "shop-primary"}, "weight": 0},
                     {"destination": {"host": "shop-canary"}, "weight": 100}]},
          {"route": [{"destination": {"host": "shop-primary"}, "weight": 0}]}]}
        """);
    fixture.time.advance(60);
    assertThat(fixture.rate("shop")).isCloseTo(20, NEAR);
    assertThat(fixture.rate("shop-primary")).isCloseTo(80, NEAR);
  }

  @Test
  void mirroredRequestsReachBothSides() {
    fixture.bothSides();
    fixture.route(
        """
        {"hosts": ["shop"], "http": [{"mirror": {"host": "shop-canary"},
          "mirrorPercentage": {"value": 50},
          "route": [{"destination": {"host": "shop-primary"}, "weight": 100},
                    {"destination": {"host": "shop-canary"}, "weight": 0}]}]}
        """);
    fixture.time.advance(60);
    assertThat(fixture.rate("shop-primary")).isCloseTo(100, NEAR);
    assertThat(fixture.rate("shop")).isCloseTo(50, NEAR);
  }

  @Test
  void aDestinationWithoutReadyPodsDropsRequests() {
    fixture.pod("shop-primary", true, Map.of());
    fixture.pod("shop", false, Map.of());
    fixture.weights(50, 50);
    fixture.time.advance(10);

    assertThat(fixture.traffic.dropped())
        .containsOnlyKeys(new Dropped("demo", "shop", "shop-canary"));
    assertThat(fixture.traffic.dropped().values()).allMatch(count -> count > 400 && count < 600);
  }

  @Test
  void aMirrorWithoutReadyPodsDropsNothing() {
    fixture.pod("shop-primary", true, Map.of());
    fixture.route(
        """
        {"hosts": ["shop"], "http": [{"mirror": {"host": "shop-canary"},
          "route": [{"destination": {"host": "shop-primary"}}]}]}
        """);
    fixture.time.advance(10);
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void podsFailAndTakeTheirTimeAsTheirAnnotationsSay() {
    fixture.pod("shop-primary", true, Map.of(Backend.LATENCY, "40"));
    fixture.pod("shop", true, Map.of(Backend.ERROR_RATE, "0.10", Backend.LATENCY, "700"));
    fixture.weights(50, 50);
    fixture.time.advance(90);

    var snapshot = fixture.traffic.snapshot("demo", "shop", Duration.ofSeconds(60));
    assertThat(snapshot.primary().successRate()).hasValue(100);
    assertThat(snapshot.primary().p99().orElseThrow()).isLessThan(Duration.ofMillis(51));
    assertThat(snapshot.primary().requestsPerSecond()).isCloseTo(50, NEAR);
    assertThat(snapshot.canary().successRate().orElseThrow()).isCloseTo(90, within(2.0));
    assertThat(snapshot.canary().p99().orElseThrow()).isGreaterThan(Duration.ofMillis(700));
    assertThat(snapshot.dropped()).isZero();
  }

  @Test
  void theKubernetesProvidersQueryFindsTheTargetsPodsOnly() {
    fixture.bothSides();
    fixture.weights(50, 50);
    fixture.time.advance(90);

    double target =
        fixture.ask(
            "sum(rate(http_request_duration_seconds_count{kubernetes_namespace=\"demo\","
                + "kubernetes_pod_name=~\"shop-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)\",status!~\"5.*\"}[1m]))");
    assertThat(target).isCloseTo(50, NEAR);
    double p99 =
        fixture.ask(
            "histogram_quantile(0.99, sum(rate(http_request_duration_seconds_bucket{"
                + "kubernetes_namespace=\"demo\"}[1m])) by (le))");
    assertThat(p99).isCloseTo(0.025, within(0.005));
  }

  @Test
  void aWorkloadWithoutPodsHasNoAnswer() {
    fixture.bothSides();
    fixture.weights(50, 50);
    fixture.time.advance(30);
    fixture.cluster.delete(Resource.PODS, new Key("demo", "shop-abc-0"));
    fixture.weights(100, 0);
    fixture.time.advance(90);

    assertThat(fixture.rate("shop")).isZero();
    assertThat(fixture.ask("sum(istio_requests_total{destination_workload=\"shop\"})")).isNaN();
    assertThat(fixture.traffic.snapshot("demo", "shop", Duration.ofSeconds(60)).canary().p99())
        .isEmpty();
  }

  @Test
  void equalSeedsGiveEqualTraffic() {
    var other = new TrafficFixture();
    for (var one : new TrafficFixture[] {fixture, other}) {
      one.bothSides();
      one.weights(70, 30);
      one.time.advance(30);
    }
    assertThat(other.rate("shop")).isEqualTo(fixture.rate("shop"));
  }
}
