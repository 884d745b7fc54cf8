package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Verb;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.testsupport.PrometheusReply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What users tell a Canary to do, from the annotation to the answer. */
class VerbsIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Harness harness = Harness.start();
  private int given;

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  /** A run whose canary has traffic and gets no verdict by itself. */
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

  private VerbRequest.Answer give(Shop shop, Verb verb) throws InterruptedException {
    var value = VerbRequest.value("alice", Instant.EPOCH.plusSeconds(++given), "sale");
    return new VerbRequest(harness.client, shop.namespace(), Shop.NAME, verb).give(value, SOON);
  }

  @Test
  void anAbortedRunIsRolledBackAndSaysWhoWantedIt() throws InterruptedException {
    var shop = analysed();
    assertThat(give(shop, Verb.ABORT)).isInstanceOf(VerbRequest.Answer.Taken.class);
    shop.awaitRest("Failed");
    assertThat(shop.events())
        .contains("Rolling back shop.shop aborted: alice at 1970-01-01T00:00:01Z: sale");
    assertThat(shop.liveWeight()).isZero();
    assertThat(Shop.image(shop.primary())).isEqualTo("example.com/shop:1.0.0");
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheReasonEachTimeItIsAskedFor() throws InterruptedException {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release().awaitRest("Initialized");
    for (int i = 0; i < 2; i++) {
      assertThat(give(shop, Verb.PROMOTE))
          .isEqualTo(new VerbRequest.Answer.Refused("no canary is being analysed"));
    }
    shop.await(
        "told twice",
        () -> shop.events().stream().filter(e -> e.startsWith("promote refused: ")).count() == 2);
  }

  @Test
  void aPausedRunStaysWhereItIsUntilItIsResumed() throws InterruptedException {
    var shop = analysed();
    assertThat(give(shop, Verb.PAUSE)).isInstanceOf(VerbRequest.Answer.Taken.class);
    harness.errors("shop", PrometheusReply.value(0));
    var asked = harness.metrics.requests().size(); // what is under way may still be asked
    Eventually.throughout(
        Duration.ofSeconds(2),
        "nothing is judged",
        () -> harness.metrics.requests().size() <= asked + 1);
    assertThat(shop.status().at("/burgee/pause").asText()).contains("alice");
    assertThat(shop.liveWeight()).isEqualTo(50);
    assertThat(give(shop, Verb.PROMOTE)).isInstanceOf(VerbRequest.Answer.Refused.class);
    assertThat(give(shop, Verb.RESUME)).isInstanceOf(VerbRequest.Answer.Taken.class);
    shop.awaitRest("Succeeded");
  }

  @Test
  void aPromotionThatIsAskedForNeedsNoVerdict() throws InterruptedException {
    var shop = analysed();
    assertThat(give(shop, Verb.PROMOTE)).isInstanceOf(VerbRequest.Answer.Taken.class);
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
  }

  @Test
  void aFailedRevisionIsTriedAgainWhenSomeoneSaysSo() throws InterruptedException {
    var shop = analysed();
    give(shop, Verb.ABORT);
    shop.awaitRest("Failed");
    harness.errors("shop", PrometheusReply.value(0));
    assertThat(give(shop, Verb.RETRY)).isInstanceOf(VerbRequest.Answer.Taken.class);
    shop.awaitRest("Succeeded");
  }

  @Test
  void nobodyIsToldAndNobodyAnswersIsSaid() throws InterruptedException {
    var request = new VerbRequest(harness.client, "shop", "none", Verb.ABORT);
    assertThat(request.give("alice", SOON)).isEqualTo(new VerbRequest.Answer.NoCanary());
    var shop = Shop.open(harness, "shop").release(); // and no operator
    var unheard = new VerbRequest(harness.client, shop.namespace(), Shop.NAME, Verb.ABORT);
    assertThat(unheard.give("alice", Duration.ofMillis(200)))
        .isEqualTo(new VerbRequest.Answer.None());
  }
}
