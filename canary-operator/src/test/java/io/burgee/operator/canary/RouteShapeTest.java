package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

/** How the tests read a route; the shapes are the ones that Istio's router renders. */
class RouteShapeTest {
  private static final String CONDITION = "match: [{headers: {x-canary: {exact: insider}}}]";

  @Test
  void theShareOfTheCanaryIsItsWeight() {
    assertThat(shape("[{" + split(80, 20) + "}]")).hasToString("20");
    assertThat(shape("[{" + split(100, 0) + "}]").reachesCanary()).isFalse();
  }

  @Test
  void aSingleDestinationGetsEverything() {
    assertThat(shape("[{route: [{destination: {host: shop-canary}}]}]")).hasToString("100");
    assertThat(shape("[{route: [{destination: {host: shop-primary}, weight: 0}]}]"))
        .hasToString("0");
  }

  @Test
  void matchedRequestsAreToldFromTheOthers() {
    var others = "{route: [{destination: {host: shop-primary}, weight: 0}]}";
    var running = shape("[{" + CONDITION + ", " + split(0, 100) + "}, " + others + "]");
    assertThat(running).hasToString("matched");
    assertThat(running.reachesCanary()).isTrue();
    var atRest = shape("[{" + CONDITION + ", " + split(100, 0) + "}, " + others + "]");
    assertThat(atRest).hasToString("0");
    assertThat(running.gives(atRest)).isTrue();
    assertThat(atRest.takes(running)).isTrue();
    assertThat(atRest.gives(running)).isFalse();
  }

  @Test
  void copiesReachTheCanaryButServeNobody() {
    var mirrored = shape("[{mirror: {host: shop-canary}, " + split(100, 0) + "}]");
    assertThat(mirrored).hasToString("0+mirror");
    assertThat(mirrored.reachesCanary()).isTrue();
    assertThat(mirrored.servesUsersWithCanary()).isFalse();
    assertThat(mirrored.gives(shape("[{" + split(100, 0) + "}]"))).isTrue();
  }

  @Test
  void whatReachesNeitherSideIsNoRoute() {
    assertThat(shape("[]").exists()).isFalse();
    assertThat(shape("[{route: [{destination: {host: elsewhere}}]}]").exists()).isFalse();
  }

  private static String split(int primary, int canary) {
    return "route: [{destination: {host: shop-primary}, weight: %d}, ".formatted(primary)
        + "{destination: {host: shop-canary}, weight: %d}]".formatted(canary);
  }

  private static RouteShape shape(String http) {
    var text = "spec: {http: " + http + "}";
    return RouteShape.of(Serialization.unmarshal(text, JsonNode.class));
  }
}
