package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.Golden;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made for a target that uses all that has to be rewritten, as the cluster has it. */
class GeneratedObjectsIT {
  private static final String TEMPLATE =
      """
      metadata:
        labels: {app: shop, tier: web}
        annotations: {example.com/team: store}
      spec:
        affinity:
          podAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: zone
              labelSelector: {matchLabels: {app: shop}}
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: {matchLabels: {app: shop, tier: web}}
            preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 7
              podAffinityTerm:
                topologyKey: zone
                labelSelector:
                  matchExpressions:
                  - {key: app, operator: In, values: [other, shop]}
                  - {key: tier, operator: In, values: [shop]}
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: shop}}
        volumes:
        - {name: settings, configMap: {name: settings}}
        - {name: absent, configMap: {name: absent, optional: true}}
        containers:
        - name: shop
          image: example.com/shop:1.0.0
          ports: [{name: http, containerPort: 8080}, {name: metrics, containerPort: 9797}]
          envFrom: [{configMapRef: {name: settings}}]
          volumeMounts: [{name: settings, mountPath: /etc/shop}]
      """;

  private final Harness harness = Harness.start();
  private Shop shop = Shop.open(harness, "shop");

  @AfterEach
  void close() {
    harness.close();
  }

  @BeforeEach
  void initialize() {
    harness.create(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace("shop")
            .withName("settings")
            .endMetadata()
            .addToData("colour", "blue")
            .build());
    harness.edit(Kinds.DEPLOYMENTS, "shop", Shop.NAME, GeneratedObjectsIT::enrich);
    harness.operate(WriteLog.NONE);
    shop = shop.release(GeneratedObjectsIT::describeServices).awaitRest("Initialized");
  }

  private static void enrich(ObjectNode deployment) {
    var metadata = deployment.withObject("/metadata");
    metadata.withObject("/labels").put("app", "shop").put("team", "store");
    metadata.withObject("/labels").put("kustomize.toolkit.fluxcd.io/name", "apps");
    metadata.withObject("/annotations").put("example.com/contact", "store@example.com");
    metadata.withObject("/annotations").put("kustomize.toolkit.fluxcd.io/checksum", "1");
    var spec = deployment.withObject("/spec");
    spec.put("minReadySeconds", 1).put("revisionHistoryLimit", 3);
    spec.set("template", Serialization.unmarshal(TEMPLATE, ObjectNode.class));
  }

  private static void describeServices(ObjectNode canary) {
    var service = canary.withObject("/spec/service");
    service.put("portDiscovery", true).put("portName", "web").put("appProtocol", "http");
    service.withObject("/apex/labels").put("example.com/side", "apex");
    service.withObject("/primary/annotations").put("example.com/side", "primary");
    service.withObject("/canary/annotations").put("example.com/side", "canary");
  }

  @Test
  void thePrimaryIsTheTargetUnderItsOwnName() {
    var primary =
        harness.client.apps().deployments().inNamespace("shop").withName("shop-primary").require();
    primary.setStatus(null);
    primary.getMetadata().getAnnotations().remove("deployment.kubernetes.io/revision");
    primary
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations()
        .replace("flagger-id", "REVISION");
    Golden.assertYaml(List.of(plain(primary)), "golden/generated/primary.yaml");
  }

  @Test
  void theConfigurationIsCopiedForThePrimary() {
    var copy =
        harness.client.configMaps().inNamespace("shop").withName("settings-primary").require();
    Golden.assertYaml(List.of(plain(copy)), "golden/generated/config.yaml");
  }

  @Test
  void eachSideAndTheUsersHaveAService() {
    var services =
        Stream.of("shop", "shop-primary", "shop-canary")
            .map(name -> harness.client.services().inNamespace("shop").withName(name).require())
            .peek(
                service -> {
                  service.setStatus(null);
                  service.getSpec().setClusterIP(null);
                  service.getSpec().setClusterIPs(null);
                })
            .map(GeneratedObjectsIT::plain)
            .toList();
    Golden.assertYaml(services, "golden/generated/services.yaml");
  }

  /** Without what differs each time. */
  private static HasMetadata plain(HasMetadata object) {
    var metadata = object.getMetadata();
    metadata.setCreationTimestamp(null);
    metadata.setGeneration(null);
    metadata.setManagedFields(null);
    metadata.setResourceVersion(null);
    metadata.setUid(null);
    metadata.getAnnotations().remove("burgee.io/wanted");
    metadata.getOwnerReferences().forEach(owner -> owner.setUid("UID"));
    return object;
  }
}
