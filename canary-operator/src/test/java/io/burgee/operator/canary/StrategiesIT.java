package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each way to give a candidate its traffic, end to end. */
class StrategiesIT {
  private final Harness harness = Harness.start();

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  private Shop released(Consumer<ObjectNode> analysis) {
    harness.operate(WriteLog.NONE);
    return Shop.open(harness, "shop")
        .release(
            c -> {
              c.withObject("/spec/burgee").put("onUnknown", "Wait");
              analysis.accept(c.withObject("/spec/analysis"));
            })
        .awaitRest("Initialized");
  }

  private static void iterations(ObjectNode analysis, int number) {
    analysis.remove("stepWeights");
    analysis.put("iterations", number);
  }

  private static void insiders(ObjectNode analysis) {
    analysis.putArray("match").addObject().withObject("/headers/x-canary").put("exact", "insider");
  }

  /** Until the canary has requests of that kind; it gets no verdict meanwhile. */
  private ObjectNode running(Shop shop, String pointer) {
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(Demo.Version.GOOD);
    shop.await("route " + pointer, () -> !route(shop).at(pointer).isMissingNode());
    return route(shop);
  }

  private static ObjectNode route(Shop shop) {
    return shop.get(shop.routes(), Shop.NAME);
  }

  private void pass(Shop shop) {
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
    assertThat(shop.liveWeight()).isZero();
  }

  @Test
  void inABTestingTheMatchingRequestsGoToTheCanaryAndNoOthers() {
    var shop =
        released(
            analysis -> {
              iterations(analysis, 2);
              insiders(analysis);
            });
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(Demo.Version.GOOD);
    shop.await(
        "matched",
        () -> shop.status().at("/burgee/matched").asBoolean() && toCanary(shop, 0) == 100);
    assertThat(route(shop).at("/spec/http/0/match/0/headers/x-canary/exact").asText())
        .isEqualTo("insider");
    assertThat(toCanary(shop, 1)).isZero();
    assertThat(shop.status().path("iterations").asInt()).isEqualTo(1);
    pass(shop);
    assertThat(shop.events())
        .contains(
            "Advance shop.shop canary iteration 1/2", "Advance shop.shop canary iteration 2/2");
  }

  private static int toCanary(Shop shop, int rule) {
    for (var side : route(shop).at("/spec/http/" + rule + "/route")) {
      if (side.at("/destination/host").asText().endsWith("-canary")) {
        return side.path("weight").asInt(100);
      }
    }
    return 0;
  }

  @Test
  void blueGreenMirrorsDuringItsIterationsThenRoutesEverything() {
    var shop =
        released(
            analysis -> {
              iterations(analysis, 2);
              analysis.put("mirror", true).put("mirrorWeight", 40);
            });
    var mirrored = running(shop, "/spec/http/0/mirror/host");
    assertThat(mirrored.at("/spec/http/0/mirrorPercentage/value").asInt()).isEqualTo(40);
    assertThat(shop.liveWeight()).isZero();
    pass(shop);
    assertThat(shop.events()).contains("Stop traffic mirroring and route all traffic to canary");
  }

  @Test
  void weightsComeAfterAnIntervalOfMirroringWhereThatIsAskedFor() {
    var shop = released(analysis -> analysis.put("mirror", true));
    running(shop, "/spec/http/0/mirror/host");
    assertThat(shop.liveWeight()).isZero();
    pass(shop);
    assertThat(shop.events()).contains("Advance shop.shop canary weight 50");
  }

  @Test
  void clientsStayOnTheSideThatServedThemAndTheStatusRemembersTheCookies() {
    var shop =
        released(analysis -> analysis.withObject("/sessionAffinity").put("cookieName", "side"));
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(Demo.Version.GOOD);
    shop.await("traffic", () -> shop.status().path("canaryWeight").asInt() == 50);
    var cookie = shop.status().path("sessionAffinityCookie").asText();
    assertThat(cookie).matches("side=[A-Za-z]{10}");
    assertThat(route(shop).toString()).contains("Set-Cookie", cookie);
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitRest("Succeeded");
    assertThat(shop.status().path("sessionAffinityCookie").asText()).isEmpty();
    assertThat(shop.status().path("previousSessionAffinityCookie").asText()).isEqualTo(cookie);
  }

  @Test
  void withoutAMeshWeightsBecomeIterationsAndThatIsSaid() {
    harness.operate(WriteLog.NONE);
    var shop =
        Shop.open(harness, "shop")
            .release(
                c -> {
                  c.withObject("/spec").put("provider", "kubernetes");
                  insiders(c.withObject("/spec/analysis"));
                  c.withObject("/spec/analysis").put("interval", "1s");
                })
            .awaitRest("Initialized");
    shop.deploy(Demo.Version.GOOD);
    shop.awaitRest("Succeeded");
    assertThat(shop.events())
        .containsAll(
            List.of(
                "A/B testing is not supported when using the kubernetes provider",
                "Progressive traffic is not supported when using the kubernetes provider",
                "Setting canaryAnalysis.iterations: 10",
                "Advance shop.shop canary iteration 10/10"))
        .noneMatch(event -> event.startsWith("Routing"));
  }

  @Test
  void conditionsWithoutIterationsAreRefused() {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release(c -> insiders(c.withObject("/spec/analysis")));
    shop.await("said", () -> shop.condition("Stalled").contains("spec.analysis.match must come"));
    assertThat(shop.exists(Kinds.DEPLOYMENTS, "shop-primary")).isFalse();
  }
}
