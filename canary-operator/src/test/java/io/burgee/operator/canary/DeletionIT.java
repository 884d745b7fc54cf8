package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left when a Canary goes. */
class DeletionIT {
  private static final String FINALIZER = "finalizer.flagger.app";

  private final Harness harness = Harness.start();

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  private Shop released(Consumer<ObjectNode> change) {
    harness.operate(WriteLog.NONE);
    return Shop.open(harness, "shop")
        .release(
            c -> {
              c.withObject("/spec").put("revertOnDeletion", true);
              c.withObject("/spec/burgee").put("onUnknown", "Wait");
              change.accept(c);
            })
        .awaitRest("Initialized");
  }

  private void delete(Shop shop) {
    harness.delete(shop.canaries(), "shop", Shop.NAME);
  }

  private void awaitGone(Shop shop) {
    shop.await("gone", () -> !shop.exists(shop.canaries(), Shop.NAME));
    shop.awaitEvent("Terminated canary shop.shop");
  }

  private void assertServes(Shop shop) {
    assertThat(shop.target().at("/status/availableReplicas").asInt()).isEqualTo(2);
  }

  @Test
  void theTargetServesAgainBeforeTheCanaryIsGone() {
    var shop = released(c -> {});
    delete(shop);
    awaitGone(shop);
    assertServes(shop);
    shop.await("the primary goes", () -> !shop.exists(Kinds.DEPLOYMENTS, "shop-primary"));
    assertThat(shop.events()).contains("Terminating canary shop.shop");
  }

  @Test
  void aServiceThatWasThereGetsItsSelectorBackAsKubectlNotedIt() {
    var note =
        "{\"spec\":{\"selector\":{\"app\":\"shop\",\"tier\":\"web\"},\"ports\":[{\"port\":80}]}}";
    var shop = noted(note);
    delete(shop);
    awaitGone(shop);
    var service = shop.get(Kinds.SERVICES, Shop.NAME);
    assertThat(service.at("/spec/selector/app").asText()).isEqualTo("shop");
    assertThat(service.at("/spec/selector/tier").asText()).isEqualTo("web");
    assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(80);
    assertThat(service.at("/metadata/annotations").has("kustomize.toolkit.fluxcd.io/reconcile"))
        .isFalse();
    assertThat(service.at("/metadata/ownerReferences")).isEmpty();
  }

  @Test
  void aServiceThatWasThereWithoutANoteSelectsTheTargetAgain() {
    var shop = released(c -> {});
    delete(shop);
    awaitGone(shop);
    assertThat(shop.get(Kinds.SERVICES, Shop.NAME).at("/spec/selector/app").asText())
        .isEqualTo("shop");
    assertServes(shop);
  }

  /** The application's Service as kubectl leaves it. */
  private Shop noted(String note) {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop");
    harness.edit(
        Kinds.SERVICES,
        "shop",
        Shop.NAME,
        service ->
            service
                .withObject("/metadata/annotations")
                .put("kubectl.kubernetes.io/last-applied-configuration", note));
    return shop.release(c -> c.withObject("/spec").put("revertOnDeletion", true))
        .awaitRest("Initialized");
  }

  @Test
  void midwayItEndsTheRunByGivingTheTargetEverything() {
    var shop = released(c -> {});
    harness.errors("shop", PrometheusReply.noSeries());
    shop.deploy(Demo.Version.GOOD);
    shop.await("traffic", () -> shop.liveWeight() == 50);
    delete(shop);
    awaitGone(shop);
    assertServes(shop);
    assertThat(Shop.image(shop.target())).isEqualTo(Demo.Version.GOOD.image());
  }

  @Test
  void withoutRevertOnDeletionItJustGoes() {
    harness.operate(WriteLog.NONE);
    var shop = Shop.open(harness, "shop").release().awaitRest("Initialized");
    assertThat(shop.get(shop.canaries(), Shop.NAME).at("/metadata/finalizers")).isEmpty();
    delete(shop);
    shop.await("gone", () -> !shop.exists(shop.canaries(), Shop.NAME));
    assertThat(shop.target().at("/spec/replicas").asInt()).isZero();
  }

  @Test
  void theFinalizerFollowsTheSpec() {
    var shop = released(c -> {});
    assertThat(shop.get(shop.canaries(), Shop.NAME).at("/metadata/finalizers/0").asText())
        .isEqualTo(FINALIZER);
    shop.editCanary(c -> c.withObject("/spec").put("revertOnDeletion", false));
    shop.await(
        "no finalizer",
        () -> shop.get(shop.canaries(), Shop.NAME).at("/metadata/finalizers").isEmpty());
  }

  @Test
  void neitherSuspensionNorAnInvalidSpecKeepsItFromGoing() {
    var shop = released(c -> {});
    shop.editCanary(
        c -> {
          c.withObject("/spec").put("suspend", true).put("provider", "linkerd");
        });
    shop.await("said", () -> shop.condition("Stalled").contains("linkerd"));
    delete(shop);
    awaitGone(shop);
    assertServes(shop);
  }

  @Test
  void withoutATargetThereIsNothingToGiveBack() {
    var shop = released(c -> {});
    harness.delete(Kinds.DEPLOYMENTS, "shop", Shop.NAME);
    delete(shop);
    awaitGone(shop);
  }

  @Test
  void oneThatNeverWorkedGoesAtOnce() {
    harness.operate(WriteLog.NONE);
    var shop =
        Shop.open(harness, "shop")
            .release(
                c -> {
                  c.withObject("/metadata").putArray("finalizers").add(FINALIZER);
                  c.withObject("/spec").put("revertOnDeletion", true).put("provider", "linkerd");
                });
    shop.await("said", () -> shop.condition("Stalled").contains("linkerd"));
    delete(shop);
    shop.await("gone", () -> !shop.exists(shop.canaries(), Shop.NAME));
  }
}
