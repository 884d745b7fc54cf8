package io.burgee.operator.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.BurgeeStatus;
import io.burgee.api.Canary;
import io.burgee.api.CanaryAnalysis;
import io.burgee.api.CanarySpec;
import io.burgee.api.CanaryStatus;
import io.burgee.api.CanaryWebhook;
import io.burgee.kube.NamespacedName;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.HookAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventHooksTest {
  private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

  private final FakeHooks server = FakeHooks.start();
  private final HookClient client = new HookClient(new Turns(8, 8), new NoPauses());
  private final BlockingQueue<NamespacedName> settled = new LinkedBlockingQueue<>();
  private final EventHooks hooks = hooks(server.url("/default"));

  /** Waits between attempts are over at once. */
  private static final class NoPauses implements Time {
    @Override
    public Instant now() {
      return AT;
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(Duration time) {}
  }

  private EventHooks hooks(String url) {
    return new EventHooks(client, url, settled::add, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    hooks.close();
    client.close();
    server.close();
  }

  private Canary canary(String... paths) {
    var canary = new Canary();
    canary.getMetadata().setName("shop");
    canary.getMetadata().setNamespace("prod");
    canary.getMetadata().setUid("u1");
    canary.setStatus(new CanaryStatus());
    canary.getStatus().setPhase("Progressing");
    var webhooks = new ArrayList<CanaryWebhook>();
    for (var path : paths) {
      var webhook = new CanaryWebhook();
      webhook.setName(path);
      webhook.setType("event");
      webhook.setUrl(server.url(path));
      webhook.setMetadata(Map.of("team", "shop"));
      webhooks.add(webhook);
    }
    var analysis = new CanaryAnalysis();
    analysis.setWebhooks(webhooks);
    var spec = new CanarySpec();
    spec.setAnalysis(analysis);
    canary.setSpec(spec);
    return canary;
  }

  private static Told told(int number) {
    return new Told("shop." + number, "Normal", "message " + number, AT);
  }

  private void awaitSettled() throws InterruptedException {
    assertThat(settled.poll(30, TimeUnit.SECONDS)).isEqualTo(new NamespacedName("prod", "shop"));
  }

  private List<String> messages(String path) {
    return server.requests(path).stream().map(r -> r.metadata().get("eventMessage")).toList();
  }

  @Test
  void allEventHooksOfACanaryAreToldInOrder() throws Exception {
    var canary = canary("/a", "/b");
    for (int i = 0; i < 5; i++) {
      assertThat(hooks.tell(canary, told(i))).isFalse();
    }
    while (!hooks.tell(canary, told(4))) {
      awaitSettled();
    }
    var inOrder = List.of("message 0", "message 1", "message 2", "message 3", "message 4");
    assertThat(messages("/a")).isEqualTo(inOrder);
    assertThat(messages("/b")).isEqualTo(inOrder);
    assertThat(server.requests("/default")).isEmpty();
    assertThat(server.requests("/a").getFirst().headers())
        .containsEntry("Idempotency-key", List.of("shop.0"));
  }

  @Test
  void aCanaryWithoutEventHooksUsesThatOfTheProcess() throws Exception {
    hooks.tell(canary(), told(1));
    awaitSettled();
    assertThat(server.requests("/default").getFirst().metadata())
        .isEqualTo(
            Map.of(
                "eventMessage",
                "message 1",
                "eventType",
                "Normal",
                "timestamp",
                Long.toString(AT.toEpochMilli())));
  }

  @Test
  void whereNobodyListensNothingIsWaitedFor() {
    try (var none = hooks("")) {
      assertThat(none.tell(canary(), told(1))).isTrue();
    }
  }

  @Test
  void whatIsToldIsNotToldAgain() throws Exception {
    var canary = canary("/a");
    hooks.tell(canary, told(1));
    awaitSettled();
    assertThat(hooks.tell(canary, told(1))).isTrue();
    hooks.keep(canary, Set.of("shop.1"));
    assertThat(hooks.tell(canary, told(1))).isTrue();
    assertThat(server.requests("/a")).hasSize(1);
  }

  @Test
  void aReceiverThatIsAwayIsTriedAgain() throws Exception {
    server.answer("/a", HookAnswer.status(503, ""), HookAnswer.broken(), HookAnswer.yes());
    hooks.tell(canary("/a"), told(1));
    awaitSettled();
    assertThat(messages("/a")).containsExactly("message 1", "message 1", "message 1");
  }

  @Test
  void aReceiverThatStaysAwayIsGivenUpAndThenTriedOnceForEachEvent() throws Exception {
    server.answer("/a", HookAnswer.status(503, ""));
    var canary = canary("/a", "/b");
    hooks.tell(canary, told(1));
    awaitSettled();
    assertThat(server.requests("/a")).hasSize(5);
    hooks.tell(canary, told(2));
    awaitSettled();
    assertThat(server.requests("/a")).hasSize(6);
    server.answer("/a", HookAnswer.yes());
    hooks.tell(canary, told(3));
    awaitSettled();
    assertThat(messages("/a")).endsWith("message 2", "message 3");
    assertThat(messages("/b")).containsExactly("message 1", "message 2", "message 3");
  }

  @Test
  void aReceiverThatDeclinesIsNotTriedAgain() throws Exception {
    server.answer("/a", HookAnswer.no("not for me"));
    hooks.tell(canary("/a"), told(1));
    awaitSettled();
    assertThat(server.requests("/a")).hasSize(1);
  }

  @Test
  void whatWasHandedOverForACanaryThatIsGoneIsToldAllTheSame() throws Exception {
    server.answer("/a", HookAnswer.yes().after(Duration.ofMillis(100)));
    hooks.tell(canary("/a"), told(1));
    hooks.tell(canary("/a"), told(2));
    hooks.forget(new NamespacedName("prod", "shop"));
    awaitSettled();
    assertThat(messages("/a")).containsExactly("message 1", "message 2");
  }

  @Test
  void anEndIsToldWithThePhaseItEndsIn() throws Exception {
    var canary = canary("/a");
    var burgee = new BurgeeStatus();
    burgee.setStage("ScalingDown");
    burgee.setOutcome("Failed");
    canary.getStatus().setBurgee(burgee);
    hooks.tell(canary, told(1));
    awaitSettled();
    burgee.setStage("Analysing");
    hooks.tell(canary, told(2));
    awaitSettled();
    assertThat(server.requests("/a"))
        .extracting(FakeHooks.Request::phase)
        .containsExactly("Failed", "Progressing");
  }

  @Test
  void closingDoesNotWaitForAReceiver() throws Exception {
    server.answer("/a", HookAnswer.hang());
    hooks.tell(canary("/a"), told(1));
    hooks.close();
    assertThat(settled.poll()).isNull();
  }
}
