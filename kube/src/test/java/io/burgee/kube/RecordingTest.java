package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kube.EventRecorder.Delivery;
import io.burgee.kube.EventRecorder.Notice;
import io.burgee.kube.FakeApi.Answer;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to users: status, events, conditions. */
class RecordingTest {
  private static final String PATH = "/apis/apps/v1/namespaces/test/deployments/app";
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00.123Z");

  private final FakeApi api = new FakeApi();
  private final KubernetesClient client = api.client();
  private final Caches caches = new Caches(client, Optional.empty());
  private final Cache<Deployment> deployments = caches.of(Kind.of(Deployment.class));
  private final StatusWriter<Deployment> status =
      new StatusWriter<>(client, deployments, WriteLog.NONE);
  private final EventRecorder events = new EventRecorder(client, WriteLog.NONE, "burgee", "me");

  @BeforeEach
  void start() throws InterruptedException {
    api.put(
        PATH,
        """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"app","namespace":"test"},
         "spec":{"replicas":2}}""");
    caches.start(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    caches.close();
    client.close();
    api.close();
  }

  @Test
  void aStatusIsWrittenByItselfAndSeenAtOnce() {
    api.holdWatches(true);
    var changed = new DeploymentBuilder(withReady(1)).editSpec().withReplicas(9).endSpec().build();
    var result = status.write(changed, d -> d.getStatus().getReadyReplicas() == 1);
    assertThat(result.kept()).isTrue();
    assertThat(live().getStatus().getReadyReplicas()).isEqualTo(1);
    assertThat(live().getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void aStatusDecidedOnAnOldViewIsRefused() {
    var old = withReady(1);
    status.write(withReady(2), d -> true);
    assertThatThrownBy(() -> status.write(old, d -> true)).isInstanceOf(Transient.class);
    assertThat(live().getStatus().getReadyReplicas()).isEqualTo(2);
  }

  @Test
  void whatTheServerDroppedIsNoticed() {
    api.answer(
        r ->
            r.path().endsWith("/status")
                ? Optional.of(new Answer(200, api.get(PATH).toString()))
                : Optional.empty());
    assertThat(status.write(withReady(1), d -> d.getStatus() != null).kept()).isFalse();
  }

  @Test
  void anEventToldTwiceIsThereOnce() {
    assertThat(events.record(live(), notice("run-1-started", "x".repeat(2000))))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(events.record(live(), notice("run-1-started", "x"))).isEqualTo(Delivery.DELIVERED);
    var event = api.get("/api/v1/namespaces/test/events/run-1-started");
    assertThat(event.at("/involvedObject/name").asText()).isEqualTo("app");
    assertThat(event.at("/source/component").asText()).isEqualTo("burgee");
    assertThat(event.path("reason").asText()).isEqualTo("Synced");
    assertThat(event.path("lastTimestamp").asText()).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(event.path("message").asText().getBytes(StandardCharsets.UTF_8)).hasSize(1024);
  }

  @Test
  void anEventThatCannotBeDeliveredIsNoException() {
    fail("POST", 500);
    assertThat(events.record(live(), notice("a", "x"))).isEqualTo(Delivery.LATER);
    fail("POST", 422);
    assertThat(events.record(live(), notice("a", "x"))).isEqualTo(Delivery.REFUSED);
  }

  @Test
  void aLongMessageIsCutBetweenCharacters() {
    assertThat(EventRecorder.cut("short")).isEqualTo("short");
    var cut = EventRecorder.cut("\uD83D\uDE00".repeat(400));
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(1020, 1024);
    assertThat(cut).startsWith("\uD83D\uDE00").endsWith("\uD83D\uDE00…");
  }

  @Test
  void aConditionKeepsItsTimeUntilItsStatusChanges() {
    var ready =
        new ConditionBuilder().withType("Ready").withStatus("False").withReason("A").build();
    var first = Conditions.with(List.of(), ready, NOW);
    var reworded = new ConditionBuilder(ready).withReason("B").build();
    var second = Conditions.with(first, reworded, NOW.plusSeconds(60));
    assertThat(second).hasSize(1);
    assertThat(second.getFirst().getReason()).isEqualTo("B");
    assertThat(second.getFirst().getLastTransitionTime()).isEqualTo("2030-01-01T00:00:00Z");
    var flipped = new ConditionBuilder(ready).withStatus("True").build();
    assertThat(Conditions.with(second, flipped, NOW.plusSeconds(60)).getFirst())
        .satisfies(c -> assertThat(c.getLastTransitionTime()).isEqualTo("2030-01-01T00:01:00Z"));
  }

  private void fail(String method, int code) {
    api.answer(
        r ->
            r.method().equals(method)
                ? Optional.of(Answer.failure(code, "Failed", "no", ""))
                : Optional.empty());
  }

  private Deployment live() {
    return deployments.get("test", "app").orElseThrow();
  }

  private Deployment withReady(int replicas) {
    return new DeploymentBuilder(live())
        .withNewStatus()
        .withReadyReplicas(replicas)
        .endStatus()
        .build();
  }

  private static Notice notice(String name, String message) {
    return new Notice(name, EventRecorder.Type.NORMAL, "Synced", message, NOW);
  }
}
