package io.burgee.operator.canary;

import static io.burgee.operator.canary.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a Canary that is not, or not only, releasing. */
class UpkeepIT {
  private static final Duration A_WHILE = Duration.ofMillis(700);

  private final Harness harness = Harness.withoutMesh();

  @AfterEach
  void close() {
    harness.close();
  }

  private Shop initialized() {
    harness.installMesh();
    harness.operate(WriteLog.NONE);
    return Shop.open(harness, "shop").release().awaitRest("Initialized");
  }

  @Test
  void aDeletedPrimaryIsRebuiltFromThePromotedSnapshot() {
    var shop = initialized();
    shop.suspend();
    shop.deploy(Demo.Version.GOOD);
    harness.delete(Kinds.DEPLOYMENTS, "shop", "shop-primary");
    shop.resume();
    shop.await("rebuilt", () -> Shop.image(shop.primary()).equals("example.com/shop:1.0.0"));
    shop.awaitRest("Succeeded");
    assertThat(Shop.image(shop.primary())).isEqualTo(Demo.Version.GOOD.image());
  }

  @Test
  void aPrimaryThatIsDeletedAtRestComesBackAsLargeAsItWas() {
    var shop = initialized();
    var replicas = shop.primary().at("/spec/replicas").asInt();
    assertThat(replicas).isGreaterThan(1);
    assertThat(shop.target().at("/spec/replicas").asInt()).isZero();
    harness.delete(Kinds.DEPLOYMENTS, "shop", "shop-primary");
    shop.await("rebuilt", () -> shop.exists(Kinds.DEPLOYMENTS, "shop-primary"));
    assertThat(shop.primary().at("/spec/replicas").asInt()).isEqualTo(replicas);
    shop.awaitRest("Initialized");
  }

  @Test
  void aSuspendedCanaryStartsNothing() {
    var shop = initialized();
    shop.editCanary(c -> c.withObject("/spec").put("suspend", true));
    shop.deploy(Demo.Version.GOOD);
    shop.await("told", () -> shop.status().at("/burgee/waitingFor").asText().contains("suspend"));
    throughout(A_WHILE, "no run", () -> shop.status().at("/burgee/run").asInt() == 0);
    shop.resume();
    shop.awaitRest("Succeeded");
  }

  @Test
  void aTargetDeletedAtRestChangesNothing() {
    var shop = initialized();
    harness.delete(Kinds.DEPLOYMENTS, "shop", Shop.NAME);
    shop.await("told", () -> shop.status().at("/burgee/waitingFor").asText().contains("not found"));
    throughout(
        A_WHILE,
        "the primary serves",
        () -> shop.primary().at("/spec/replicas").asInt() == 2 && shop.liveWeight() == 0);
    assertThat(shop.status().path("phase").asText()).isEqualTo("Initialized");
  }

  @Test
  void anInvalidCanarySaysAllThatIsWrongAndGoesOnWhenItIsFixed() {
    harness.installMesh();
    harness.operate(WriteLog.NONE);
    var shop =
        Shop.open(harness, "shop")
            .release(
                canary -> {
                  var spec = canary.withObject("/spec");
                  spec.put("provider", "linkerd");
                  var alert = spec.withObject("/analysis").putArray("alerts").addObject();
                  alert.put("name", "team").putObject("providerRef").put("name", "team");
                  spec.withObject("/analysis").putArray("stepWeights").add(50).add(20);
                });
    shop.await("stalled", () -> !shop.condition("Stalled").isEmpty());
    assertThat(shop.condition("Stalled"))
        .contains("linkerd", "istio", "kubernetes", "spec.analysis.alerts", "stepWeights");
    shop.editCanary(
        canary -> {
          var spec = canary.withObject("/spec");
          spec.put("provider", "istio");
          spec.withObject("/analysis").remove("alerts");
          spec.withObject("/analysis").putArray("stepWeights").add(20).add(50);
        });
    shop.awaitRest("Initialized");
    assertThat(shop.condition("Stalled")).isEmpty();
  }

  @Test
  void aMeshThatIsInstalledLaterIsUsedAtOnce() {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release();
    shop.await(
        "stalled",
        () ->
            shop.condition("Stalled").contains("VirtualService")
                || shop.condition("Stalled").contains("DestinationRule"));
    assertThat(shop.target().at("/spec/replicas").asInt()).isEqualTo(2);
    harness.installMesh();
    shop.awaitRest("Initialized");
    assertThat(shop.condition("Stalled")).isEmpty();
  }

  @Test
  void anUnreachableMetricsServerIsUnknownAndRolledBackAfterTheThreshold() {
    harness.installMesh();
    harness.operate(WriteLog.NONE, "http://127.0.0.1:1");
    var shop = Shop.open(harness, "shop").release().awaitRest("Initialized");
    shop.deploy(Demo.Version.GOOD);
    shop.await("unknown", () -> shop.status().at("/burgee/unknownChecks").asInt() == 1);
    assertThat(shop.status().at("/burgee/failedChecks").asInt()).isZero();
    shop.awaitRest("Failed");
    assertThat(shop.events()).anyMatch(e -> e.contains("no answer for 2 intervals"));
  }

  @Test
  void aServiceThatWasThereIsAdoptedAndStaysWhenTheCanaryGoes() {
    var shop = Shop.open(harness, "shop");
    assertThat(shop.exists(Kinds.SERVICES, "shop")).isTrue();
    harness.installMesh();
    harness.operate(WriteLog.NONE);
    shop.release().awaitRest("Initialized");
    var service = shop.get(Kinds.SERVICES, "shop");
    assertThat(service.at("/spec/selector/app").asText()).isEqualTo("shop-primary");
    assertThat(service.at("/metadata/ownerReferences").isMissingNode()).isTrue();
    assertThat(status("shop")).isEqualTo(1);

    harness.delete(shop.canaries(), "shop", Shop.NAME);
    shop.await(
        "owned objects are gone",
        () ->
            !shop.exists(Kinds.DEPLOYMENTS, "shop-primary")
                && !shop.exists(Kinds.SERVICES, "shop-primary")
                && !shop.exists(Kinds.SERVICES, "shop-canary")
                && !shop.exists(shop.routes(), "shop"));
    assertThat(shop.exists(Kinds.SERVICES, "shop")).isTrue();
    assertThat(shop.exists(Kinds.DEPLOYMENTS, Shop.NAME)).isTrue();
    shop.await("series are gone", () -> status("shop") == null);
  }

  @Test
  void nothingIsWrittenWhileThereIsNothingToDo() {
    var shop = initialized();
    harness.stopOperating();
    var writes = new Faults(Map.of(), write -> {});
    harness.operate(writes);
    throughout(A_WHILE, "no writes", () -> writes.writes("shop") == 0);
    assertThat(shop.status().at("/burgee/stage").asText()).isEqualTo("AtRest");
  }

  @Test
  void aRunThatIsCalledOffCountsAsNeither() {
    var shop = initialized();
    shop.deploy(Demo.Version.GOOD);
    shop.awaitRest("Succeeded");
    shop.await("counted", () -> successes() != null);
    assertThat(successes()).isEqualTo(1);
    harness.errors("shop", PrometheusReply.noSeries());
    shop.editCanary(c -> c.withObject("/spec/burgee").put("onUnknown", "Wait"));
    shop.deploy(Demo.Version.BAD);
    shop.await("traffic", () -> shop.liveWeight() == 50);
    shop.deploy(Demo.Version.GOOD);
    shop.awaitEvent("Analysis ended without a verdict");
    shop.awaitRest("Succeeded");
    assertThat(successes()).isEqualTo(1);
    var last = shop.status().at("/burgee/runs/1");
    assertThat(last.path("outcome").isMissingNode()).isTrue();
    assertThat(last.path("reason").asText()).contains("reverted");
  }

  @Test
  void aDefinitionThatDropsWhatIsRecordedIsSaidAndNothingStarts() {
    harness.installMesh();
    harness.edit(
        Kinds.DEFINITIONS,
        "",
        "canaries.flagger.app",
        definition ->
            definition
                .at("/spec/versions")
                .forEach(
                    version ->
                        ((ObjectNode) version.at("/schema/openAPIV3Schema/properties/status"))
                            .put("x-kubernetes-preserve-unknown-fields", false)
                            .withObject("/properties")
                            .remove("burgee")));
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release();
    shop.await("stalled", () -> shop.condition("Stalled").contains("drops status.burgee"));
    shop.awaitEvent("drops status.burgee");
    shop.await("its pods run", () -> shop.target().at("/status/availableReplicas").asInt() == 2);
    harness.freezeWorkloads();
    var revision = harness.store().revision();
    throughout(A_WHILE, "nothing is written", () -> harness.store().revision() == revision);
    assertThat(shop.condition("Stalled")).contains("burgee crds");
    assertThat(shop.status().path("phase").isMissingNode()).isTrue();
    assertThat(shop.primary().isEmpty()).isTrue();
  }

  private Double status(String namespace) {
    return harness.registry.getSampleValue(
        "flagger_canary_status",
        new String[] {"name", "namespace"},
        new String[] {"shop", namespace});
  }

  private Double successes() {
    return harness.registry.getSampleValue(
        "flagger_canary_successes_total",
        new String[] {"name", "namespace", "deployment_strategy", "analysis_status"},
        new String[] {"shop", "shop", "canary", "completed"});
  }
}
