package io.burgee.operator.canary;

import static io.burgee.operator.canary.FlaggerShop.OLD;
import static io.burgee.operator.canary.FlaggerShop.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.kube.WriteLog;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries that Flagger leaves in every state go on here, and nothing starts by itself. */
class TakeoverIT {
  private static final Duration A_WHILE = Duration.ofMillis(700);

  private final Harness harness = Harness.start();
  private final List<AutoCloseable> subscriptions = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    try {
      for (var subscription : subscriptions) {
        subscription.close();
      }
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  @Test
  void anInitializedCanaryRests() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).idle().status("Initialized", 0);
    restsAs(left, "Initialized");
    nextChangeIsReleased(left);
  }

  @Test
  void aSucceededCanaryRests() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).idle().status("Succeeded", 0);
    restsAs(left, "Succeeded");
    nextChangeIsReleased(left);
  }

  @Test
  void trackedConfigurationAndAnAutoscalerAreTakenOver() {
    var left = FlaggerShop.configured(harness, "shop");
    left.status("Succeeded", 0, 0, FlaggerShop.checksums());
    restsAs(left, "Succeeded");
    assertThat(left.shop().status().at("/trackedConfigs/configmap~1shop-config").asText())
        .isEqualTo(FlaggerShop.checksums().get("configmap/shop-config"));
    nextChangeIsReleased(left);
  }

  @Test
  void configurationThatChangedWhileNobodyLookedIsReleased() {
    var left = FlaggerShop.configured(harness, "shop");
    left.status("Succeeded", 0, 0, FlaggerShop.checksums());
    harness.edit(
        Kinds.CONFIG_MAPS,
        "shop",
        "shop-config",
        config -> config.withObject("/data").put("greeting", "good evening"));
    harness.operate(WriteLog.NONE);
    left.shop().awaitEvent("New revision detected! Scaling up");
    left.shop().awaitRest("Succeeded");
    var copy = left.shop().get(Kinds.CONFIG_MAPS, "shop-config-primary");
    assertThat(copy.at("/data/greeting").asText()).isEqualTo("good evening");
  }

  @Test
  void aCanaryThatWaitsIsReleasedWhenNoHookSaysNo() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).at(good()).idle().status("Waiting", 0);
    harness.operate(WriteLog.NONE);
    left.shop().awaitRest("Succeeded");
    assertThat(Shop.image(left.shop().primary())).isEqualTo(good());
  }

  @Test
  void aFailedCanaryStaysFailedUntilItsTargetChanges() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).at("example.com/shop:9").idle();
    restsAs(left.status("Failed", 0), "Failed");
    nextChangeIsReleased(left);
  }

  @Test
  void anIdleCanaryWhoseTargetDiffersStartsNothingAndSaysSo() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).at("example.com/shop:9").idle();
    restsAs(left.status("Succeeded", 0), "Succeeded");
    left.shop().awaitEvent("burgee.io/retry releases it");
    left.shop()
        .editCanary(
            c -> c.withObject("/metadata/annotations").put("burgee.io/retry", "alice, for 9"));
    left.shop().await("released", () -> Shop.image(left.shop().primary()).endsWith(":9"));
    left.shop().awaitRest("Succeeded");
  }

  @Test
  void aRunGoesOnAtTheWeightItHas() {
    var weights = new CopyOnWriteArrayList<Integer>();
    var left =
        FlaggerShop.left(
            harness,
            "shop",
            OLD,
            30,
            canary ->
                canary.withObject("/spec/analysis").putArray("stepWeights").add(10).add(30).add(50),
            pods -> {});
    left.at(good()).status("Progressing", 30, 1, java.util.Map.of());
    var before = left.identities();
    var shop = left.shop();
    watch(shop, weights);
    harness.errors("shop", PrometheusReply.noSeries());
    harness.operate(WriteLog.NONE);
    shop.awaitStage("Analysing");
    assertThat(shop.status().at("/burgee/weight").asInt()).isEqualTo(30);
    assertThat(shop.status().at("/burgee/step").asInt()).isEqualTo(2);
    assertThat(shop.status().at("/failedChecks").asInt()).isEqualTo(1);
    assertThat(left.identities()).isEqualTo(before);
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(good());
    assertThat(rises(weights)).containsExactly(50, 0);
    assertThat(shop.events()).noneMatch(e -> e.contains("New revision detected"));
  }

  @Test
  void aRunThatHasNoTrafficYetStarts() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).at(good()).status("Progressing", 0);
    harness.operate(WriteLog.NONE);
    left.shop().awaitRest("Succeeded");
    assertThat(Shop.image(left.shop().primary())).isEqualTo(good());
    assertThat(left.shop().events()).noneMatch(e -> e.contains("New revision detected"));
  }

  @Test
  void aPromotionEnds() {
    var left = FlaggerShop.left(harness, "shop", good(), 50).at(good()).status("Promoting", 50);
    var before = left.identities();
    harness.operate(WriteLog.NONE);
    left.shop().awaitRest("Succeeded");
    assertThat(left.identities()).isEqualTo(generationAside(left, before));
    nextChangeIsReleased(left);
  }

  @Test
  void aFailedPromotionKeepsItsTrafficUntilThePrimaryIsReady() {
    var weights = new CopyOnWriteArrayList<Integer>();
    var left = FlaggerShop.left(harness, "shop", good(), 100).at(good()).status("Failed", 100);
    watch(left.shop(), weights);
    harness.operate(WriteLog.NONE);
    left.shop().await("told", () -> left.shop().status().path("burgee").has("stage"));
    left.shop().awaitRest("Failed");
    assertThat(rises(weights)).containsExactly(0);
    nextChangeIsReleased(left);
  }

  @Test
  void nothingHappensWhileFlaggerStillWrites() {
    var left = FlaggerShop.left(harness, "shop", OLD, 0).idle().status("Succeeded", 0);
    harness.operate(WriteLog.NONE);
    var shop = left.shop();
    shop.await("told", () -> shop.condition("Stalled").contains("Flagger still writes"));
    assertThat(shop.status().has("burgee")).isFalse();
    shop.awaitRest("Succeeded");
    left.status("Succeeded", 0); // its next write drops what it does not know
    shop.await("told", () -> shop.condition("Stalled").contains("Flagger still writes"));
    shop.awaitRest("Succeeded");
    assertThat(shop.events()).noneMatch(e -> e.contains("New revision detected"));
  }

  private void restsAs(FlaggerShop left, String phase) {
    var shop = left.shop();
    var before = left.identities();
    var weight = shop.liveWeight();
    harness.operate(WriteLog.NONE);
    shop.awaitRest(phase);
    Eventually.throughout(
        A_WHILE,
        "at rest",
        () ->
            shop.status().at("/burgee/stage").asText().equals("AtRest")
                && shop.liveWeight() == weight);
    assertThat(left.identities()).isEqualTo(before);
    assertThat(shop.target().at("/spec/replicas").asInt()).isZero();
    assertThat(shop.status().path("lastAppliedSpec").asText()).isEqualTo(FlaggerShop.APPLIED);
    assertThat(shop.status().path("lastPromotedSpec").asText()).isEqualTo(FlaggerShop.PROMOTED);
    assertThat(shop.events()).noneMatch(e -> e.contains("New revision detected"));
  }

  private void nextChangeIsReleased(FlaggerShop left) {
    var shop = left.shop();
    left.userEdits(
        Kinds.DEPLOYMENTS,
        d ->
            ((com.fasterxml.jackson.databind.node.ObjectNode)
                    d.at("/spec/template/spec/containers/0"))
                .put("image", "example.com/shop:3.0.0"));
    shop.await("promoted", () -> Shop.image(shop.primary()).endsWith(":3.0.0"));
    shop.awaitRest("Succeeded");
    assertThat(shop.liveWeight()).isZero();
  }

  private static java.util.Map<String, String> generationAside(
      FlaggerShop left, java.util.Map<String, String> before) {
    var expected = new java.util.LinkedHashMap<>(before);
    expected.put("generation", left.identities().get("generation"));
    return expected;
  }

  /** Each weight as it is stored, from now on. */
  private void watch(Shop shop, List<Integer> weights) {
    subscriptions.add(
        harness
            .store()
            .subscribe(
                shop.routes(),
                "shop",
                (Change c) -> weights.add(ReleaseHistory.canaryWeight(c.object()))));
  }

  /** Each weight that differs from the one before. */
  private static List<Integer> rises(List<Integer> weights) {
    var found = new ArrayList<Integer>();
    for (int i = 1; i < weights.size(); i++) {
      if (!weights.get(i).equals(weights.get(i - 1))) {
        found.add(weights.get(i));
      }
    }
    return found;
  }
}
