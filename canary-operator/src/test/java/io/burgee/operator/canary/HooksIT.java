package io.burgee.operator.canary;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.HookAnswer;
import io.burgee.testsupport.PrometheusReply;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Releases with webhooks, end to end, with the operator in this JVM. */
class HooksIT {
  /** More than are reconciled at once. */
  private static final int HANGING = 34;

  private final Harness harness = Harness.start();
  private final FakeHooks server = FakeHooks.start();

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
      server.close();
    }
  }

  /** Adds hooks to a Canary, each named as its type, asking a path of that name. */
  private Consumer<ObjectNode> hooks(String... types) {
    return canary -> {
      var hooks = canary.withObject("/spec/analysis").putArray("webhooks");
      for (var type : types) {
        var hook = hooks.addObject();
        hook.put("name", type).put("type", type).put("url", server.url("/" + type));
        hook.putObject("metadata").put("asked", type);
      }
    };
  }

  private Shop initialized(Consumer<ObjectNode> change) {
    harness.operate(WriteLog.NONE);
    return Shop.open(harness, "shop").release(change).awaitRest("Initialized");
  }

  private List<String> phases(String type) {
    return server.requests("/" + type).stream().map(FakeHooks.Request::phase).distinct().toList();
  }

  private static List<String> messages(List<FakeHooks.Request> requests) {
    return requests.stream().map(request -> request.metadata().get("eventMessage")).toList();
  }

  @Test
  void aReleaseAsksEachHookWhenItsTurnHasCome() {
    server.answer("/confirm-rollout", HookAnswer.no("not yet"));
    server.answer("/confirm-promotion", HookAnswer.no("not yet"));
    server.answer("/rollback", HookAnswer.no("go on"));
    var shop =
        initialized(
            hooks(
                "confirm-rollout",
                "pre-rollout",
                "rollout",
                "confirm-traffic-increase",
                "confirm-promotion",
                "rollback",
                "post-rollout",
                "event"));
    assertThat(server.requests()).extracting(FakeHooks.Request::path).containsOnly("/event");

    shop.deploy(Demo.Version.GOOD);
    shop.awaitPhase("Waiting");
    shop.awaitEvent("Halt shop.shop advancement waiting for approval confirm-rollout");
    assertThat(server.requests("/pre-rollout")).isEmpty();

    server.answer("/confirm-rollout", HookAnswer.yes());
    shop.awaitPhase("WaitingPromotion");
    shop.awaitEvent("Halt shop.shop advancement waiting for promotion approval confirm-promotion");
    server.answer("/confirm-promotion", HookAnswer.yes());
    shop.awaitRest("Succeeded");

    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
    assertThat(phases("pre-rollout")).containsExactly("Progressing");
    assertThat(phases("rollout")).startsWith("Progressing");
    assertThat(phases("confirm-traffic-increase")).containsExactly("Progressing");
    assertThat(phases("post-rollout")).containsExactly("Succeeded");
    assertThat(server.requests("/pre-rollout")).hasSize(1);
    assertThat(server.requests("/post-rollout")).hasSize(1);
    assertThat(server.requests("/rollout").getFirst().metadata()).containsEntry("asked", "rollout");
    assertThat(shop.events())
        .contains(
            "Confirm-rollout check confirm-rollout passed",
            "Pre-rollout check pre-rollout passed",
            "Confirm-promotion check confirm-promotion passed",
            "Post-rollout check post-rollout passed");
  }

  @Test
  void everyEventIsPostedToTheEventHooks() {
    server.answer("/event", HookAnswer.status(503, ""), HookAnswer.yes());
    var shop = initialized(hooks("event"));
    shop.deploy(Demo.Version.GOOD);
    shop.awaitRest("Succeeded");
    assertThat(messages(server.requests("/event"))).containsAll(shop.events());
    var last = server.requests("/event").getLast();
    assertThat(last.metadata())
        .containsEntry("asked", "event")
        .containsEntry("eventType", "Normal")
        .containsEntry("eventMessage", "Promotion completed! Scaling down shop.shop");
    assertThat(last.phase()).isEqualTo("Succeeded");
    assertThat(last.metadata().get("timestamp")).matches("\\d{13}");
    assertThat(String.valueOf(last.payload().get("checksum"))).matches("[0-9a-f]{16}");
    assertThat(last.headers()).containsKey("Idempotency-key");
  }

  @Test
  void aReceiverOfEventsThatIsAwayHoldsNothingUp() {
    server.answer("/event", HookAnswer.hang());
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release(hooks("event")).awaitPhase("Initialized");
    shop.deploy(Demo.Version.GOOD);
    shop.awaitPhase("Succeeded");
  }

  @Test
  void whatWasNotPostedBeforeTheOperatorStoppedIsPostedByTheNext() {
    server.answer("/event", HookAnswer.hang());
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release(hooks("event")).awaitPhase("Initialized");
    shop.await("posted in vain", () -> !server.requests("/event").isEmpty());
    harness.stopOperating();
    var inVain = server.requests("/event").getFirst().headers().get("Idempotency-key");

    server.answer("/event", HookAnswer.yes());
    harness.operate(WriteLog.NONE);
    shop.awaitRest("Initialized");
    assertThat(server.requests("/event"))
        .filteredOn(request -> Objects.equals(request.headers().get("Idempotency-key"), inVain))
        .hasSizeGreaterThan(1);
    assertThat(messages(server.requests("/event"))).containsAll(shop.events());
  }

  @Test
  void aDeniedCheckCountsAsFailedAndItsTextIsTold() {
    server.answer("/rollout", HookAnswer.no("too many errors"));
    var shop = initialized(hooks("rollout", "post-rollout"));
    shop.deploy(Demo.Version.GOOD);
    shop.awaitRest("Failed");
    assertThat(shop.events())
        .anyMatch(e -> e.contains("external check rollout failed too many errors"))
        .anyMatch(e -> e.contains("failed checks threshold reached 2"));
    assertThat(phases("post-rollout")).containsExactly("Failed");
  }

  @Test
  void aRollbackHookThatSaysYesEndsTheRun() {
    server.answer("/rollback", HookAnswer.no("go on"));
    var shop = initialized(hooks("rollback"));
    harness.errors("shop", PrometheusReply.noSeries());
    shop.editCanary(c -> c.withObject("/spec/burgee").put("onUnknown", "Wait"));
    shop.deploy(Demo.Version.GOOD);
    shop.await("traffic", () -> shop.liveWeight() == 50);
    server.answer("/rollback", HookAnswer.yes());
    shop.awaitRest("Failed");
    shop.awaitEvent("Rolling back shop.shop manual webhook invoked");
  }

  @Test
  void aHookThatHangsDoesNotKeepItsCanaryFromTurningToAnotherRevision() {
    var shop = initialized(hooks("rollout").andThen(c -> hook(c, 0).put("timeout", "60m")));
    server.answer("/rollout", HookAnswer.hang());
    shop.deploy(new Demo.Version("example.com/shop:2.0.0", 0, false));
    shop.await("asked", () -> !server.requests("/rollout").isEmpty());
    shop.deploy(Demo.Version.GOOD);
    shop.awaitEvent("New revision detected! Restarting analysis");
    server.answer("/rollout", HookAnswer.yes());
    shop.await("asked again", () -> server.requests("/rollout").size() > 1);
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
  }

  @Test
  void hooksThatHangHoldUpNeitherOtherCanariesNorTheEnd() {
    server.answer("/confirm-rollout", HookAnswer.hang());
    harness.operate(WriteLog.NONE);
    var hanging = hooks("confirm-rollout").andThen(c -> hook(c, 0).put("timeout", "60m"));
    var shops =
        IntStream.range(0, HANGING)
            .mapToObj(i -> Shop.open(harness, "hangs-" + i).release(hanging))
            .toList();
    shops.forEach(shop -> shop.awaitPhase("Initialized"));
    shops.forEach(shop -> shop.deploy(Demo.Version.GOOD));
    shops.getLast().await("all asked", () -> server.requests("/confirm-rollout").size() == HANGING);

    var other = Shop.open(harness, "shop").release(hooks("rollout")).awaitRest("Initialized");
    other.deploy(Demo.Version.GOOD);
    other.awaitRest("Succeeded");
    assertThat(server.requests("/confirm-rollout")).hasSize(HANGING);
    assertThatCode(() -> CompletableFuture.runAsync(harness::stopOperating).get(30, SECONDS))
        .doesNotThrowAnyException();
  }

  private static ObjectNode hook(ObjectNode canary, int index) {
    return (ObjectNode) canary.at("/spec/analysis/webhooks/" + index);
  }
}
