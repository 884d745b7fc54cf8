package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.operator.workload.Inheritance;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way from Flagger and back: what is said before, and what is left after it. */
class HandbackIT {
  /** What docs/takeover.md names as different after a Canary went to Burgee and back. */
  private static final List<String> DOCUMENTED =
      List.of("/metadata/managedFields", "/status/lastTransitionTime");

  private static final Settings SETTINGS =
      new Settings(
          "istio",
          "http://127.0.0.1:1",
          new Inheritance(List.of("app", "name", "app.kubernetes.io/name"), List.of()),
          true,
          true,
          Harness.SPEED);

  private final Harness harness = Harness.start();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void whatWasNotReleasedHereIsFlaggersAgainToTheLetter() throws InterruptedException {
    var left = FlaggerShop.configured(harness, "shop");
    left.status("Succeeded", 0, 0, FlaggerShop.checksums());
    var before = left.contents();
    harness.operate(WriteLog.NONE);
    left.shop().awaitRest("Succeeded");
    harness.stopOperating();
    assertThat(handback().run("shop", List.of(), true)).allMatch(r -> r.refused().isEmpty());
    assertThat(left.shop().status().has("burgee")).isTrue();
    assertThat(handback().run("shop", List.of("shop"), false))
        .singleElement()
        .satisfies(row -> assertThat(row.done()).contains("as Flagger left it"));
    var differences = new TreeSet<String>();
    var after = left.contents();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (id, object) ->
            compare("", object, Objects.requireNonNull(after.get(id), id), differences));
    assertThat(differences).isSubsetOf(DOCUMENTED);
    assertThat(harness.store().list(Kinds.CONTROLLER_REVISIONS, "shop").objects()).isEmpty();
    assertThat(managers(left.shop().get(Kinds.SERVICES, "shop-canary"))).containsOnly("flagger");
  }

  @Test
  void whatWasReleasedHereIsInitialisedAnewByFlagger() throws InterruptedException {
    var left = FlaggerShop.configured(harness, "shop");
    left.status("Succeeded", 0, 0, FlaggerShop.checksums());
    left.shop().editCanary(c -> c.withObject("/spec/burgee").put("drainDelay", "2s"));
    harness.operate(WriteLog.NONE);
    left.shop().awaitRest("Succeeded");
    left.shop().deploy(Demo.Version.GOOD);
    left.shop().awaitStage("Starting");
    assertThat(handback().run("shop", List.of("shop"), false))
        .singleElement()
        .satisfies(row -> assertThat(row.refused()).contains("not at rest"));
    left.shop().await("promoted", () -> Shop.image(left.shop().primary()).endsWith(":1.1.0"));
    left.shop().awaitRest("Succeeded");
    harness.stopOperating();
    var primary = left.shop().primary();
    assertThat(handback().run("shop", List.of("shop"), false))
        .singleElement()
        .satisfies(row -> assertThat(row.done()).contains("initialises", "spec.burgee"));
    assertThat(left.shop().status().isEmpty()).isTrue();
    assertThat(left.shop().get(left.shop().canaries(), "shop").at("/spec/burgee").isMissingNode())
        .isTrue();
    assertThat(left.shop().primary().path("spec")).isEqualTo(primary.path("spec"));
    assertThat(left.shop().primary().toString()).doesNotContain("\"burgee.io/");
  }

  @Test
  void preflightSaysWhatWillBecomeOfEachAndWritesNothing() throws InterruptedException {
    FlaggerShop.left(harness, "idle", FlaggerShop.OLD, 0).idle().status("Succeeded", 0);
    FlaggerShop.left(
            harness,
            "running",
            FlaggerShop.OLD,
            50,
            canary -> canary.withObject("/spec/analysis").putArray("stepWeights").add(50).add(60),
            pods -> {})
        .at(FlaggerShop.good())
        .status("Progressing", 50, 1, java.util.Map.of());
    FlaggerShop.left(harness, "wrong", FlaggerShop.OLD, 0)
        .idle()
        .status("Succeeded", 0)
        .shop()
        .editCanary(c -> c.withObject("/spec").put("provider", "nginx"));
    harness.freezeWorkloads();
    var revision = harness.store().revision();
    var report = preflight();
    assertThat(harness.store().revision()).isEqualTo(revision);
    assertThat(report.problems()).isEmpty();
    assertThat(report.flaggers()).isEmpty();
    assertThat(report.refuses()).isTrue();
    assertThat(report.canaries())
        .extracting(row -> row.namespace() + " " + row.happens())
        .containsExactly(
            "idle stays as it is until its target changes",
            "running goes on at 50 % with 1 failed checks",
            "wrong ");
    assertThat(report.canaries().getLast().refused()).contains("nginx");
  }

  @Test
  void preflightFindsAFlaggerThatRuns() throws InterruptedException {
    var shop = Shop.open(harness, "flagger-system");
    harness.edit(
        Kinds.DEPLOYMENTS,
        "flagger-system",
        Shop.NAME,
        d ->
            ((ObjectNode) d.at("/spec/template/spec/containers/0"))
                .put("image", "ghcr.io/fluxcd/flagger:1.44.0"));
    assertThat(shop.exists(Kinds.DEPLOYMENTS, Shop.NAME)).isTrue();
    assertThat(preflight().flaggers()).containsExactly("flagger-system/shop");
    assertThat(preflight().refuses()).isFalse();
  }

  @Test
  void aReleaseOfAnotherRunningOperatorIsNoticed() {
    assertThat(handback().stillRunning("kube-system")).isEmpty();
    Shop.open(harness, "burgee-system");
    harness.edit(
        Kinds.DEPLOYMENTS,
        "burgee-system",
        Shop.NAME,
        d ->
            ((ObjectNode) d.at("/spec/template/spec/containers/0"))
                .put("image", "example.com/burgee:1"));
    assertThat(handback().stillRunning("kube-system"))
        .hasValueSatisfying(why -> assertThat(why).contains("burgee-system/shop"));
  }

  private Preflight.Report preflight() throws InterruptedException {
    return new Preflight(harness.client, SETTINGS, Clock.systemUTC()).report(Optional.empty());
  }

  private Handback handback() {
    return new Handback(harness.client, SETTINGS, Clock.systemUTC());
  }

  private static List<String> managers(JsonNode object) {
    var found = new ArrayList<String>();
    for (var entry : object.at("/metadata/managedFields")) {
      found.add(entry.path("manager").asText());
    }
    return found;
  }

  private static void compare(String path, JsonNode one, JsonNode other, Set<String> found) {
    if (one.equals(other)) {
      return;
    }
    if (one.isObject() && other.isObject() && !path.equals("/metadata/managedFields")) {
      var names = new TreeSet<String>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(n -> compare(path + "/" + n, one.path(n), other.path(n), found));
      return;
    }
    found.add(path);
  }
}
