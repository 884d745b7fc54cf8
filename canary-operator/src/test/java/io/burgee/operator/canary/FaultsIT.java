package io.burgee.operator.canary;

import static io.burgee.operator.canary.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.PrometheusReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The process ends before or after any write of a release, or someone else writes just before it:
 * in each case the next process brings the release to the same end, tells the same things once, and
 * on the way no invariant is broken. Each fault has a namespace of its own in one cluster; the
 * process is replaced once, when every fault has happened.
 */
class FaultsIT {
  private static final String UNDISTURBED = "undisturbed";

  /** No phase: the Canary is gone. */
  private static final String GONE = "Gone";

  /** A fault at every eighth write, or at every single one: {@code -Dfaults.every=1}, minutes. */
  private static final int EVERY = Integer.getInteger("faults.every", 8);

  private static final Duration LONGEST_STORY = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final FakeHooks gates = FakeHooks.start();

  @AfterEach
  void close() {
    gates.close();
  }

  @Test
  void aCrashWhileAReleaseIsInitialized() {
    everyFault((shop, ignored) -> shop.release(), (shop, ignored) -> {}, "Initialized");
  }

  @Test
  void aCrashDuringAReleaseThatIsPromoted() {
    everyFault(
        (shop, ignored) -> shop.release().awaitRest("Initialized"),
        (shop, ignored) -> shop.deploy(Demo.Version.GOOD),
        "Succeeded");
  }

  @Test
  void aCrashDuringAReleaseThatIsRolledBack() {
    everyFault(
        (shop, ignored) -> shop.release().awaitRest("Initialized"),
        (shop, harness) -> {
          harness.errors(shop.namespace(), PrometheusReply.value(9));
          shop.deploy(Demo.Version.BAD);
        },
        "Failed");
  }

  @Test
  void aCrashDuringAReleaseThatWaitsAtAGate() {
    everyFault(
        (shop, harness) -> {
          shop.release(this::gated).awaitRest("Initialized");
          whenHeld(shop, () -> gates.openGate(Shop.NAME, shop.namespace()));
        },
        (shop, ignored) -> shop.deploy(Demo.Version.GOOD),
        "Succeeded");
  }

  @Test
  void aCrashDuringAReleaseThatIsAborted() {
    everyFault(
        (shop, harness) -> {
          shop.release(this::gated).awaitRest("Initialized");
          whenHeld(shop, () -> abort(shop));
        },
        (shop, ignored) -> shop.deploy(Demo.Version.GOOD),
        "Failed");
  }

  @Test
  void aCrashDuringAnABTest() {
    everyFault(
        (shop, ignored) -> shop.release(FaultsIT::matching).awaitRest("Initialized"),
        (shop, ignored) -> shop.deploy(Demo.Version.GOOD),
        "Succeeded");
  }

  @Test
  void aCrashWhileADeletedReleaseIsReverted() {
    everyFault(
        (shop, ignored) ->
            shop.release(c -> c.withObject("/spec").put("revertOnDeletion", true))
                .awaitRest("Initialized"),
        (shop, harness) -> harness.delete(shop.canaries(), shop.namespace(), Shop.NAME),
        GONE);
  }

  private void gated(ObjectNode canary) {
    var hook = canary.withObject("/spec/analysis").putArray("webhooks").addObject();
    hook.put("name", "team").put("type", "confirm-promotion").put("url", gates.url("/gate/check"));
  }

  private static void matching(ObjectNode canary) {
    var analysis = canary.withObject("/spec/analysis");
    analysis.remove("stepWeights");
    analysis.put("iterations", 2).putArray("match").addObject();
    ((ObjectNode) analysis.at("/match/0")).withObject("/headers/x-canary").put("exact", "insider");
  }

  /** Once, when the status says that the gate is closed; some get there with the next process. */
  private void whenHeld(Shop shop, Runnable reaction) {
    gates.closeGate(Shop.NAME, shop.namespace());
    var end = System.nanoTime() + LONGEST_STORY.toNanos();
    Thread.startVirtualThread(
        () -> {
          while (System.nanoTime() - end < 0) {
            if (shop.status().path("burgee").has("gate")) {
              reaction.run();
              return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
          }
        });
  }

  private static void abort(Shop shop) {
    shop.editCanary(
        canary -> canary.withObject("/metadata/annotations").put("burgee.io/abort", "alice"));
  }

  private static void everyFault(
      BiConsumer<Shop, Harness> prepare, BiConsumer<Shop, Harness> act, String phase) {
    int writes;
    try (var harness = Harness.start()) {
      writes = undisturbed(harness, prepare, act, phase).writes(UNDISTURBED);
    }
    assertThat(writes).as("writes of one release").isBetween(8, 80);
    try (var harness = Harness.start()) {
      everyFault(harness, plan(writes), prepare, act, phase);
    }
  }

  private static Faults undisturbed(
      Harness harness,
      BiConsumer<Shop, Harness> prepare,
      BiConsumer<Shop, Harness> act,
      String phase) {
    var shop = Shop.open(harness, UNDISTURBED);
    return counted(harness, List.of(shop), Map.of(), prepare, act, phase);
  }

  private static void everyFault(
      Harness harness,
      Map<String, Faults.Fault> plan,
      BiConsumer<Shop, Harness> prepare,
      BiConsumer<Shop, Harness> act,
      String phase) {
    var shops = new ArrayList<Shop>();
    plan.keySet().forEach(namespace -> shops.add(Shop.open(harness, namespace)));
    var reference = Shop.open(harness, UNDISTURBED);
    shops.add(reference);
    counted(harness, shops, plan, prepare, act, phase);
    harness.stopOperating();
    harness.operate(WriteLog.NONE);
    shops.forEach(shop -> awaitEnd(shop, phase));
    awaitTidy(reference, phase);
    var expected = end(reference);
    for (var shop : shops) {
      awaitTidy(shop, phase);
      assertThat(end(shop))
          .as("%s, %s", shop.namespace(), plan.get(shop.namespace()))
          .isEqualTo(expected);
    }
    assertThat(harness.history.violations()).isEmpty();
  }

  /** Until every fault has happened, and what is not disturbed is at its end. */
  private static Faults counted(
      Harness harness,
      List<Shop> shops,
      Map<String, Faults.Fault> plan,
      BiConsumer<Shop, Harness> prepare,
      BiConsumer<Shop, Harness> act,
      String phase) {
    var faults = new Faults(plan, write -> touch(harness, write));
    var initial = !phase.equals("Initialized");
    harness.operate(initial ? WriteLog.NONE : faults);
    shops.forEach(shop -> prepare.accept(shop, harness));
    if (initial) {
      harness.stopOperating();
      harness.operate(faults);
    }
    shops.forEach(shop -> act.accept(shop, harness));
    awaitEnd(shops.getLast(), phase);
    eventually("every fault", () -> plan, faults::allHappened);
    return faults;
  }

  private static void awaitEnd(Shop shop, String phase) {
    if (phase.equals(GONE)) {
      shop.await("gone", () -> !shop.exists(shop.canaries(), Shop.NAME));
    } else {
      shop.awaitRest(phase);
    }
  }

  private static void awaitTidy(Shop shop, String phase) {
    if (!phase.equals(GONE)) {
      shop.awaitTidy(phase);
      return;
    }
    shop.await(
        "collected",
        () ->
            Stream.of(Kinds.DEPLOYMENTS, Kinds.SERVICES, Kinds.CONTROLLER_REVISIONS, shop.routes())
                    .mapToInt(type -> shop.harness().list(type, shop.namespace()).size())
                    .sum()
                == 2);
  }

  private static Map<String, Faults.Fault> plan(int writes) {
    var plan = new TreeMap<String, Faults.Fault>();
    for (var side : Faults.Side.values()) {
      var offset = side == Faults.Side.BEFORE ? 0 : EVERY / 2;
      for (int write = 1; write <= writes; write++) {
        if ((write + offset) % EVERY == 0) {
          var namespace = side.name().toLowerCase(Locale.ROOT) + "-" + write;
          plan.put(namespace, new Faults.Fault(side, write));
        }
      }
    }
    return plan;
  }

  /** What another writer does to an object that is about to be written; new ones are let be. */
  private static void touch(Harness harness, WriteLog.Write write) {
    var type =
        harness.store().types().all().stream()
            .filter(t -> t.kind().equals(write.kind()) && t.namespaced())
            .findFirst()
            .orElseThrow();
    var at = write.object();
    if (harness.find(type, at.namespace(), at.name()).isPresent()) {
      harness.edit(
          type,
          at.namespace(),
          at.name(),
          object -> object.withObject("/metadata/annotations").put("example.com/touched", "yes"));
    }
  }

  /** All that a release leaves behind, without what differs from one to the next by nature. */
  private static Map<String, Object> end(Shop shop) {
    var end = new HashMap<String, Object>();
    for (var type :
        List.of(Kinds.DEPLOYMENTS, Kinds.SERVICES, Kinds.CONTROLLER_REVISIONS, shop.routes())) {
      for (var object : shop.harness().list(type, shop.namespace())) {
        var name = object.at("/metadata/name").asText();
        end.put(type.plural() + "/" + name, content(object));
      }
    }
    var status = shop.status();
    for (var field : List.of("phase", "canaryWeight", "failedChecks", "iterations")) {
      end.put(field, status.path(field));
    }
    end.put("runs", status.at("/burgee/runs").size());
    end.put("notices", status.at("/burgee/notices"));
    end.put("events", shop.events().stream().map(e -> anonymous(shop, e)).sorted().toList());
    return end;
  }

  private static String content(ObjectNode object) {
    var copy = object.deepCopy();
    copy.remove(List.of("metadata", "status"));
    forget(copy, List.of("clusterIP", "clusterIPs", "generation", "revision", "uid"));
    return object.at("/metadata/labels/app") + copy.toString();
  }

  private static void forget(JsonNode node, List<String> fields) {
    if (node instanceof ObjectNode object) {
      object.remove(fields);
    }
    node.forEach(child -> forget(child, fields));
  }

  private static String anonymous(Shop shop, String text) {
    return text.replace("." + shop.namespace(), ".NAMESPACE");
  }
}
