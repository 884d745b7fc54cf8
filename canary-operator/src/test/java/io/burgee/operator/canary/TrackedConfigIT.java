package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a release does with the target's configuration and autoscaler. */
class TrackedConfigIT {
  private final Harness harness = Harness.start();

  @AfterEach
  void close() {
    try {
      assertThat(harness.history.violations()).isEmpty();
    } finally {
      harness.close();
    }
  }

  @Test
  void changedConfigurationAloneIsReleasedAndCopiedAtPromotionOnly() {
    var shop = Shop.open(harness, "shop");
    config("one");
    secret("one");
    harness.edit(Kinds.DEPLOYMENTS, "shop", Shop.NAME, TrackedConfigIT::mount);
    harness.operate(WriteLog.NONE);
    shop.release().awaitRest("Initialized");
    assertThat(value(shop, "app-config-primary")).isEqualTo("one");
    assertThat(secretOf(shop)).isEqualTo("b25l");
    var volume = "/spec/template/spec/volumes/0/configMap/name";
    assertThat(shop.primary().at(volume).asText()).isEqualTo("app-config-primary");

    harness.edit(
        Kinds.CONFIG_MAPS, "shop", "app-config", c -> c.withObject("/data").put("key", "two"));
    shop.awaitStage("Analysing");
    assertThat(value(shop, "app-config-primary")).isEqualTo("one");
    shop.awaitRest("Succeeded");
    assertThat(value(shop, "app-config-primary")).isEqualTo("two");
    shop.await(
        "no copy for a way back",
        () -> !shop.exists(Kinds.CONFIG_MAPS, "app-config-primary-previous"));
    assertThat(shop.status().path("trackedConfigs").has("configmap/app-config")).isTrue();
    assertThat(shop.status().path("trackedConfigs").has("secret/app-secret")).isTrue();
  }

  @Test
  void theAutoscalerIsCopiedAtFirstAndRefreshedAtPromotion() {
    var shop = Shop.open(harness, "shop");
    harness.create(autoscaler());
    harness.operate(WriteLog.NONE);
    shop.release(
            canary -> {
              var ref = canary.withObject("/spec/autoscalerRef");
              ref.put("apiVersion", "autoscaling/v2").put("kind", "HorizontalPodAutoscaler");
              ref.put("name", "shop");
            })
        .awaitRest("Initialized");
    assertThat(scaler(shop).at("/spec/scaleTargetRef/name").asText()).isEqualTo("shop-primary");
    assertThat(scaler(shop).at("/spec/maxReplicas").asInt()).isEqualTo(4);

    harness.edit(
        Kinds.AUTOSCALERS, "shop", "shop", a -> a.withObject("/spec").put("maxReplicas", 5));
    shop.deploy(Demo.Version.GOOD);
    shop.awaitStage("Analysing");
    assertThat(scaler(shop).at("/spec/maxReplicas").asInt()).isEqualTo(4);
    shop.awaitRest("Succeeded");
    assertThat(scaler(shop).at("/spec/maxReplicas").asInt()).isEqualTo(5);
  }

  private static ObjectNode scaler(Shop shop) {
    return shop.get(Kinds.AUTOSCALERS, "shop-primary");
  }

  private static ObjectNode autoscaler() {
    var scaler = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    scaler.put("apiVersion", "autoscaling/v2").put("kind", "HorizontalPodAutoscaler");
    scaler.withObject("/metadata").put("name", "shop").put("namespace", "shop");
    var spec = scaler.withObject("/spec").put("minReplicas", 2).put("maxReplicas", 4);
    var target = spec.withObject("/scaleTargetRef");
    target.put("apiVersion", "apps/v1").put("kind", "Deployment").put("name", "shop");
    return scaler;
  }

  private void config(String value) {
    harness.create(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("app-config")
            .withNamespace("shop")
            .endMetadata()
            .withData(Map.of("key", value))
            .build());
  }

  private void secret(String value) {
    harness.create(
        new SecretBuilder()
            .withNewMetadata()
            .withName("app-secret")
            .withNamespace("shop")
            .endMetadata()
            .withType("Opaque")
            .addToStringData("key", value)
            .build());
  }

  private static void mount(ObjectNode deployment) {
    var pod = deployment.withObject("/spec/template/spec");
    var volume = pod.putArray("volumes").addObject().put("name", "config");
    volume.putObject("configMap").put("name", "app-config");
    var container = (ObjectNode) pod.at("/containers/0");
    container.putArray("envFrom").addObject().putObject("secretRef").put("name", "app-secret");
  }

  private static String value(Shop shop, String name) {
    return shop.get(Kinds.CONFIG_MAPS, name).at("/data/key").asText();
  }

  private static String secretOf(Shop shop) {
    var secrets = shop.harness().type("v1", "Secret");
    return shop.get(secrets, "app-secret-primary").at("/data/key").asText();
  }
}
