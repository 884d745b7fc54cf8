package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How releases go, end to end, with the operator in this JVM. */
class ReleaseIT {
  private final Harness harness = Harness.start();

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  private Shop initialized() {
    harness.operate(WriteLog.NONE);
    return Shop.open(harness, "shop").release().awaitRest("Initialized");
  }

  @Test
  void aGoodVersionIsPromoted() {
    var shop = initialized();
    assertThat(shop.target().at("/spec/replicas").asInt()).isZero();
    shop.deploy(Demo.Version.GOOD);
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
    assertThat(shop.liveWeight()).isZero();
    assertThat(shop.target().at("/spec/replicas").asInt()).isZero();
  }

  @Test
  void aBadVersionIsRolledBack() {
    var shop = initialized();
    harness.errors("shop", PrometheusReply.value(7));
    shop.deploy(Demo.Version.BAD);
    shop.awaitRest("Failed");
    assertThat(Shop.image(shop.primary())).isEqualTo("example.com/shop:1.0.0");
    assertThat(shop.events()).anyMatch(e -> e.contains("failed checks threshold reached 2"));
  }

  @Test
  void podsThatNeverGetReadyAreRolledBackAtTheDeadline() {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release().awaitRest("Initialized");
    shop.editCanary(c -> c.withObject("/spec").put("progressDeadlineSeconds", 20));
    shop.deploy(Demo.Version.STUCK);
    shop.awaitRest("Failed");
    assertThat(shop.liveWeight()).isZero();
    assertThat(shop.events()).noneMatch(e -> e.contains("Advance"));
  }

  @Test
  void anotherVersionMidwayStartsOver() {
    var shop = initialized();
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(new Demo.Version("example.com/shop:2.0.0", 0, false));
    shop.await("traffic", () -> shop.liveWeight() == 50);
    shop.deploy(Demo.Version.GOOD);
    shop.awaitEvent("New revision detected! Restarting analysis");
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
  }

  @Test
  void goingBackMidwayPromotesNothing() {
    var shop = initialized();
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(new Demo.Version("example.com/shop:2.0.0", 0, false));
    shop.await("traffic", () -> shop.liveWeight() == 50);
    harness.edit(
        Kinds.DEPLOYMENTS,
        "shop",
        Shop.NAME,
        d -> {
          var template = d.withObject("/spec/template");
          template.withObject("/metadata/annotations").remove("sandbox.burgee.io/error-rate");
          template.withArray("/spec/containers").forEach(c -> image(c, "example.com/shop:1.0.0"));
        });
    shop.awaitRest("Initialized");
    assertThat(shop.liveWeight()).isZero();
    assertThat(shop.events()).anyMatch(e -> e.contains("Analysis ended without a verdict"));
  }

  @Test
  void aWeightEditedByHandIsPutBack() {
    var shop = initialized();
    harness.errors("shop", PrometheusReply.noSeries());
    shop.editCanary(c -> c.withObject("/spec/burgee").put("onUnknown", "Wait"));
    shop.deploy(Demo.Version.GOOD);
    shop.await("traffic", () -> shop.liveWeight() == 50);
    shop.await("between two judgements", () -> shop.status().at("/burgee").has("checks"));
    route(shop, 90);
    shop.await("put back", () -> shop.liveWeight() == 50);
    harness.stopOperating(); // at work, it may put a weight back before it has time to tell
    route(shop, 80);
    harness.operate(WriteLog.NONE);
    shop.awaitEvent("The live route is not as intended, putting it back");
    shop.await("put back", () -> shop.liveWeight() == 50);
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitRest("Succeeded");
  }

  @Test
  void aTargetThatIsDeletedMidwayIsRolledBackAndNothingElseHappens() {
    var shop = initialized();
    harness.errors("shop", PrometheusReply.noSeries());
    shop.editCanary(
        c -> {
          c.withObject("/spec").put("progressDeadlineSeconds", 20);
          c.withObject("/spec/burgee").put("onUnknown", "Wait");
        });
    shop.deploy(Demo.Version.GOOD);
    shop.await("traffic", () -> shop.liveWeight() == 50);
    shop.suspend();
    route(shop, 0);
    harness.delete(Kinds.DEPLOYMENTS, "shop", Shop.NAME);
    shop.resume();
    shop.awaitRest("Failed");
    assertThat(Shop.image(shop.primary())).isEqualTo("example.com/shop:1.0.0");
    assertThat(shop.exists(Kinds.DEPLOYMENTS, Shop.NAME)).isFalse();
  }

  /** By hand. */
  private void route(Shop shop, int toCanary) {
    harness.edit(
        shop.routes(),
        "shop",
        Shop.NAME,
        route -> {
          for (var side : route.at("/spec/http/0/route")) {
            var isCanary = side.at("/destination/host").asText().endsWith("-canary");
            ((ObjectNode) side).put("weight", isCanary ? toCanary : 100 - toCanary);
          }
        });
  }

  private static void image(JsonNode container, String image) {
    ((ObjectNode) container).put("image", image);
  }
}
