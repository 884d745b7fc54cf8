package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Edits of a Canary's spec while a release is under way. */
class SpecEditsIT {
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Harness harness = Harness.start();

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  private Shop analysed() {
    harness.operate(WriteLog.NONE);
    var shop =
        Shop.open(harness, "shop")
            .release(c -> c.withObject("/spec/burgee").put("onUnknown", "Wait"))
            .awaitRest("Initialized");
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(Demo.Version.GOOD);
    shop.await("traffic", () -> shop.liveWeight() == 50);
    return shop;
  }

  private static void spoil(ObjectNode canary) {
    canary.withObject("/spec/analysis").putArray("stepWeights").add(50).add(20);
  }

  @Test
  void anInvalidEditIsSaidAndTheRunGoesOnByTheLastValidSpec() {
    var shop = analysed();
    shop.editCanary(SpecEditsIT::spoil);
    shop.await("said", () -> shop.condition("Stalled").contains("stepWeights is [50, 20]"));
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitPhase("Succeeded").awaitStage("AtRest");
    shop.awaitEvent("Promotion completed! Scaling down shop.shop");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
    shop.await("still said", () -> shop.condition("Stalled").contains("stepWeights"));
    shop.editCanary(c -> c.withObject("/spec/analysis").putArray("stepWeights").add(50));
    shop.await("well again", () -> shop.condition("Stalled").isEmpty());
  }

  @Test
  void anInvalidEditDoesNotKeepARunFromFailing() {
    var shop = analysed();
    shop.editCanary(SpecEditsIT::spoil);
    shop.await("said", () -> !shop.condition("Stalled").isEmpty());
    harness.errors("shop", PrometheusReply.value(7));
    shop.awaitPhase("Failed");
    assertThat(shop.liveWeight()).isZero();
  }

  @Test
  void anotherProviderCountsAfterTheRun() {
    var shop = analysed();
    shop.editCanary(c -> c.withObject("/spec").put("provider", "kubernetes"));
    shop.awaitEvent("the change of spec.provider counts when this run has ended");
    assertThat(shop.liveWeight()).isEqualTo(50);
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitRest("Succeeded");
    shop.await("it counts", () -> !shop.status().path("burgee").has("deferred"));
    assertThat(shop.status().path("burgee").has("spec")).isFalse();
  }

  @Test
  void editsOfTheAnalysisCountAtTheNextInterval() {
    var shop = analysed();
    shop.editCanary(c -> c.withObject("/spec/analysis").putArray("stepWeights").add(50).add(70));
    harness.errors("shop", PrometheusReply.value(0));
    shop.awaitEvent("Advance shop.shop canary weight 70");
    shop.awaitRest("Succeeded");
  }

  @Test
  void suspensionStopsTheClockOfARun() {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release().awaitRest("Initialized");
    shop.editCanary(c -> c.withObject("/spec").put("progressDeadlineSeconds", 40));
    shop.deploy(Demo.Version.STUCK);
    shop.awaitStage("Starting");
    var end = deadline(shop);
    shop.suspend();
    Eventually.throughout( // longer than the deadline
        PAUSE, "nothing happens", () -> shop.status().path("phase").asText().equals("Progressing"));
    shop.resume();
    shop.await("going on", () -> !shop.status().path("burgee").has("frozenAt"));
    assertThat(shop.status().path("phase").asText()).isEqualTo("Progressing");
    assertThat(deadline(shop)).isAfterOrEqualTo(end.plus(PAUSE));
    shop.awaitRest("Failed");
  }

  private static Instant deadline(Shop shop) {
    return Instant.parse(shop.status().at("/burgee/deadline").asText());
  }

  @Test
  void anotherTargetAtRestIsTakenFromItsBeginning() {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release().awaitRest("Initialized");
    var other = shop.target().deepCopy();
    other.remove("status");
    other.putObject("metadata").put("name", "store").put("namespace", "shop");
    other.withObject("/spec").put("replicas", 2);
    other.withObject("/spec/selector/matchLabels").put("app", "store");
    other.withObject("/spec/template/metadata/labels").put("app", "store");
    harness.create(other);
    shop.editCanary(
        c -> {
          c.withObject("/spec/targetRef").put("name", "store");
          c.withObject("/spec/service").put("name", "shop");
        });
    shop.await("its primary", () -> shop.exists(Kinds.DEPLOYMENTS, "store-primary"));
    shop.await(
        "its traffic",
        () ->
            shop.get(Kinds.SERVICES, "shop")
                .at("/spec/selector/app")
                .asText()
                .equals("store-primary"));
    shop.awaitRest("Initialized");
  }
}
