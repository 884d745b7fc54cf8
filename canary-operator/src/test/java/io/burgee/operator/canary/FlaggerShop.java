package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.Checksums;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Subresource;
import io.burgee.sandbox.store.WriteOptions;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A shop as Flagger leaves it, with its field manager, owners and status. */
record FlaggerShop(Shop shop) {
  static final String OLD = "example.com/shop:1.0.0";
  static final String APPLIED = "7d9f4b8c6b";
  static final String PROMOTED = "85d557f47b";

  private static final WriteOptions FLAGGER = WriteOptions.by("flagger");

  /**
   * The application, its Canary and what Flagger made of them.
   *
   * @param primary the image of the primary
   * @param weight what the route gives the canary
   */
  static FlaggerShop left(
      Harness harness,
      String namespace,
      String primary,
      int weight,
      Consumer<ObjectNode> canary,
      Consumer<ObjectNode> pods) {
    var shop = Shop.open(harness, namespace).release(canary);
    var left = new FlaggerShop(shop);
    left.userEdits(Kinds.DEPLOYMENTS, d -> pods.accept(d.withObject("/spec/template")));
    var text =
        left.filled("objects.yaml")
            .replace("${image}", primary)
            .replace("${rest}", Integer.toString(100 - weight))
            .replace("${weight}", Integer.toString(weight));
    for (var document : text.split("\n---\n", -1)) {
      var object = left.parse(document);
      if (object.at("/metadata/name").asText().equals("shop-primary")
          && object.path("kind").asText().equals("Deployment")) {
        pods.accept(object.withObject("/spec/template"));
        suffixConfigs(object);
        left.create(object);
        left.awaitReady("shop-primary");
        left.awaitReady(Shop.NAME);
        continue;
      }
      left.create(object);
    }
    left.adoptApex();
    return left;
  }

  static FlaggerShop left(Harness harness, String namespace, String primary, int weight) {
    return left(harness, namespace, primary, weight, canary -> {}, pods -> {});
  }

  /** With tracked configuration and an autoscaler, after a release. */
  static FlaggerShop configured(Harness harness, String namespace) {
    var left =
        left(
            harness,
            namespace,
            OLD,
            0,
            canary -> {
              var ref = canary.withObject("/spec/autoscalerRef");
              ref.put("apiVersion", "autoscaling/v2").put("kind", "HorizontalPodAutoscaler");
              ref.put("name", Shop.NAME);
            },
            template -> {
              var container = (ObjectNode) template.at("/spec/containers/0");
              var source = container.putArray("envFrom").addObject();
              source.putObject("configMapRef").put("name", "shop-config");
            });
    for (var document : left.filled("scalers.yaml").split("\n---\n", -1)) {
      left.create(left.parse(document));
    }
    return left.idle();
  }

  static Map<String, String> checksums() {
    return Map.of("configmap/shop-config", Checksums.ofData(Map.of("greeting", "hello")));
  }

  private String filled(String resource) {
    var uid = shop.get(shop.canaries(), Shop.NAME).at("/metadata/uid").asText();
    return resource(resource).replace("${namespace}", shop.namespace()).replace("${uid}", uid);
  }

  /** The target has no pods: nothing is being released. */
  FlaggerShop idle() {
    userEdits(Kinds.DEPLOYMENTS, d -> d.withObject("/spec").put("replicas", 0));
    shop.await("no pods", () -> shop.target().at("/status/replicas").asInt(0) == 0);
    return this;
  }

  /** The target was moved to that image, and its pods are ready. */
  FlaggerShop at(String image) {
    userEdits(
        Kinds.DEPLOYMENTS,
        d -> {
          d.withObject("/spec").put("replicas", 2);
          ((ObjectNode) d.at("/spec/template/spec/containers/0")).put("image", image);
        });
    awaitReady(Shop.NAME);
    return this;
  }

  /** The status, by a PUT like Flagger's, which drops what it does not know. */
  FlaggerShop status(String phase, int weight, int failedChecks, Map<String, String> configs) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    edit(
        shop.canaries(),
        Shop.NAME,
        Subresource.STATUS,
        canary -> {
          canary.remove("status");
          var status = canary.withObject("/status");
          status.put("phase", phase).put("failedChecks", failedChecks);
          status.put("canaryWeight", weight).put("iterations", 0);
          status.put("lastAppliedSpec", APPLIED).put("lastPromotedSpec", PROMOTED);
          status.put("lastTransitionTime", now);
          if (!configs.isEmpty()) {
            configs.forEach(status.withObject("/trackedConfigs")::put);
          }
          var condition = status.putArray("conditions").addObject();
          condition.put("type", "Promoted").put("reason", phase);
          condition.put(
              "status",
              switch (phase) {
                case "Initialized", "Succeeded" -> "True";
                case "Failed" -> "False";
                default -> "Unknown";
              });
          condition.put(
              "message",
              switch (phase) {
                case "Initialized" -> "Deployment initialization completed.";
                case "Succeeded" -> "Canary analysis completed successfully, promotion finished.";
                case "Failed" -> "Canary analysis failed, Deployment scaled to zero.";
                case "Waiting" -> "Waiting for approval.";
                case "Promoting" -> "Canary analysis completed, starting primary rolling update.";
                default -> "New revision detected, progressing canary analysis.";
              });
          condition.put("lastUpdateTime", now).put("lastTransitionTime", now);
        });
    return this;
  }

  FlaggerShop status(String phase, int weight) {
    return status(phase, weight, 0, Map.of());
  }

  /** What must not be made anew: uids, and the generation of the primary. */
  Map<String, String> identities() {
    var found = new LinkedHashMap<String, String>();
    for (var type : types()) {
      for (var object : shop.harness().store().list(type, shop.namespace()).objects()) {
        var id = type.kind() + "/" + object.at("/metadata/name").asText();
        found.put(id, object.at("/metadata/uid").asText());
      }
    }
    found.put("generation", shop.primary().at("/metadata/generation").asText());
    return found;
  }

  /** All that these objects say to anyone but their keepers. */
  Map<String, ObjectNode> contents() {
    var found = new LinkedHashMap<String, ObjectNode>();
    for (var type : types()) {
      for (var object : shop.harness().store().list(type, shop.namespace()).objects()) {
        var copy = object.deepCopy();
        copy.withObject("/metadata").remove("resourceVersion");
        copy.withObject("/metadata").remove("generation");
        if (!type.equals(shop.canaries())) {
          copy.remove("status");
        }
        found.put(type.kind() + "/" + copy.at("/metadata/name").asText(), copy);
      }
    }
    return found;
  }

  private java.util.List<ResourceType> types() {
    return java.util.List.of(
        Kinds.DEPLOYMENTS,
        Kinds.SERVICES,
        Kinds.CONFIG_MAPS,
        shop.routes(),
        shop.harness().type("networking.istio.io/v1beta1", "DestinationRule"),
        shop.harness().type("autoscaling/v2", "HorizontalPodAutoscaler"),
        shop.canaries());
  }

  void create(ObjectNode object) {
    var type =
        shop.harness().type(object.path("apiVersion").asText(), object.path("kind").asText());
    shop.harness().history.byHand(shop.harness().store().create(type, object, FLAGGER));
  }

  void edit(ResourceType type, String name, Subresource subresource, Consumer<ObjectNode> change) {
    var store = shop.harness().store();
    shop.harness()
        .history
        .byHand(
            store.edit(
                type,
                type.key(shop.namespace(), name),
                subresource,
                FLAGGER,
                object -> {
                  change.accept(object);
                  return object;
                }));
  }

  void userEdits(ResourceType type, Consumer<ObjectNode> change) {
    shop.harness().edit(type, shop.namespace(), Shop.NAME, change);
  }

  ObjectNode parse(String yaml) {
    return new KubernetesSerialization().unmarshal(yaml, ObjectNode.class);
  }

  private void adoptApex() {
    edit(
        Kinds.SERVICES,
        Shop.NAME,
        Subresource.NONE,
        service -> {
          service.withObject("/spec/selector").put("app", "shop-primary");
          var port = (ObjectNode) service.at("/spec/ports/0");
          port.put("protocol", "TCP");
          var annotations = service.withObject("/metadata").withObject("/annotations");
          annotations.put("kustomize.toolkit.fluxcd.io/reconcile", "disabled");
          annotations.put("helm.toolkit.fluxcd.io/driftDetection", "disabled");
          service.withObject("/metadata").withObject("/labels").put("app", "shop");
        });
  }

  private void awaitReady(String deployment) {
    shop.await(
        deployment + " ready",
        () -> {
          var object = shop.get(Kinds.DEPLOYMENTS, deployment);
          var status = object.path("status");
          return status.path("observedGeneration").asLong()
                  == object.at("/metadata/generation").asLong()
              && status.path("availableReplicas").asInt() == 2
              && status.path("updatedReplicas").asInt() == 2
              && status.path("replicas").asInt() == 2;
        });
  }

  private static void suffixConfigs(ObjectNode deployment) {
    for (var container : deployment.at("/spec/template/spec/containers")) {
      for (JsonNode source : container.path("envFrom")) {
        var reference = (ObjectNode) source.path("configMapRef");
        reference.put("name", reference.path("name").asText() + "-primary");
      }
    }
  }

  static String resource(String name) {
    try (var in = FlaggerShop.class.getResourceAsStream("/flagger/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String good() {
    return Demo.Version.GOOD.image();
  }
}
