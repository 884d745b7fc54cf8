package io.burgee.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.Intents;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that people changed by hand. */
class LiveSpecTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2, 67", // weights need not add up to 100
    "999, 1, 1", // who gets any request never shows none
    "1, 999, 99",
    "0, 5, 100",
  })
  void theShareIsOfAllWeights(int primary, int canary, int percent) {
    assertThat(
            traffic(
                """
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: %d}
                  - {destination: {host: podinfo-canary}, weight: %d}
                """
                    .formatted(primary, canary)))
        .contains(Traffic.of(new Weight(percent)));
  }

  @Test
  void weightsThatAreAllZeroSayNothing() {
    assertThat(
            traffic(
                """
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 0}
                  - {destination: {host: podinfo-canary}, weight: 0}
                """))
        .isEmpty();
  }

  @Test
  void anOnlyDestinationGetsEverything() {
    assertThat(
            traffic(
                """
                http:
                - route:
                  - destination: {host: podinfo-canary.test.svc.cluster.local}
                """))
        .contains(Traffic.of(Weight.ALL));
  }

  @Test
  void aThirdDestinationTakesItsShare() {
    assertThat(
            traffic(
                """
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 40}
                  - {destination: {host: podinfo-canary}, weight: 10}
                  - {destination: {host: legacy}, weight: 50}
                """))
        .contains(Traffic.of(new Weight(10)));
  }

  @Test
  void aRuleBeforeTheLastThatReachesTheCanaryCountsAsMatched() {
    assertThat(
            traffic(
                """
                http:
                - match: [{headers: {x-canary: {exact: insider}}}]
                  route:
                  - {destination: {host: podinfo-primary}, weight: 0}
                  - {destination: {host: podinfo-canary}, weight: 100}
                - route:
                  - destination: {host: podinfo-primary}
                """))
        .contains(new Traffic(Weight.ZERO, false, true));
  }

  @Test
  void tcpRoutesCountToo() {
    assertThat(
            traffic(
                """
                tcp:
                - route:
                  - destination: {host: podinfo-canary}
                http:
                - route:
                  - destination: {host: podinfo-primary}
                """))
        .contains(new Traffic(Weight.ZERO, false, true));
  }

  @ParameterizedTest
  @CsvSource({
    "'mirror: {host: podinfo-canary}'",
    "'mirrors: [{destination: {host: podinfo-canary}}]'"
  })
  void mirrorsAreSeen(String mirror) {
    assertThat(
            traffic(
                """
                http:
                - %s
                  route:
                  - destination: {host: podinfo-primary}
                """
                    .formatted(mirror)))
        .contains(new Traffic(Weight.ZERO, true, false));
  }

  @Test
  void aServiceOfTheSameNameElsewhereIsNotOurs() {
    assertThat(
            traffic(
                """
                http:
                - route:
                  - destination: {host: podinfo-canary.other}
                """))
        .isEmpty();
  }

  @Test
  void garbageIsNoRoute() {
    assertThat(traffic("http: [{route: nowhere}, 7, {route: [{destination: 5}]}]")).isEmpty();
  }

  private static Optional<Traffic> traffic(String spec) {
    var virtualService = new GenericKubernetesResource();
    virtualService.setAdditionalProperty("spec", Serialization.unmarshal(spec, Object.class));
    return LiveSpec.of(virtualService, Intents.plain(0)).traffic();
  }
}
