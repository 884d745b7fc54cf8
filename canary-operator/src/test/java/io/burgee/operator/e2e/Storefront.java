package io.burgee.operator.e2e;

import io.burgee.api.Canary;
import io.burgee.api.CanaryCondition;
import io.burgee.api.CanaryStatus;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One workload that is released by a Canary, as its team handles and sees it. */
record Storefront(KubernetesClient client, String namespace, String name) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The Deployment and its autoscaler. */
  void createTarget() {
    create(Manifests.target(namespace, name));
  }

  void createCanary() {
    create(Manifests.canary(namespace, name));
  }

  /** Sets another image, as delivery pipelines do; versions with "bad" in them fail. */
  void release(String version) {
    var patch =
        """
        {"spec": {"template": {"spec": {"containers":
          [{"name": "web", "image": "registry.example.com/storefront:%s"}]}}}}
        """
            .formatted(version);
    var context = PatchContext.of(PatchType.STRATEGIC_MERGE);
    client.apps().deployments().inNamespace(namespace).withName(name).patch(context, patch);
  }

  void annotate(String key, String value) {
    var patch = "{\"metadata\": {\"annotations\": {\"%s\": \"%s\"}}}".formatted(key, value);
    var context = PatchContext.of(PatchType.JSON_MERGE);
    client.resources(Canary.class).inNamespace(namespace).withName(name).patch(context, patch);
  }

  /** As the reference names it in events. */
  String fullName() {
    return name + "." + namespace;
  }

  Canary canary() {
    return client.resources(Canary.class).inNamespace(namespace).withName(name).require();
  }

  CanaryStatus status() {
    return Objects.requireNonNullElseGet(canary().getStatus(), CanaryStatus::new);
  }

  String phase() {
    return Objects.requireNonNullElse(status().getPhase(), "");
  }

  Deployment deployment(String suffix) {
    return client.apps().deployments().inNamespace(namespace).withName(name + suffix).require();
  }

  String image(String suffix) {
    var containers = deployment(suffix).getSpec().getTemplate().getSpec().getContainers();
    return containers.getFirst().getImage();
  }

  int replicas(String suffix) {
    return deployment(suffix).getSpec().getReplicas();
  }

  Service service(String suffix) {
    return client.services().inNamespace(namespace).withName(name + suffix).require();
  }

  HorizontalPodAutoscaler autoscaler(String suffix) {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace)
        .withName(name + suffix)
        .require();
  }

  GenericKubernetesResource route(String kind, String suffix) {
    return client
        .genericKubernetesResources("networking.istio.io/v1beta1", kind)
        .inNamespace(namespace)
        .withName(name + suffix)
        .require();
  }

  /** How many Events about the Canary have this in their message. */
  int count(String words) {
    var events = client.v1().events().inNamespace(namespace).list().getItems();
    return (int)
        events.stream()
            .filter(event -> "Canary".equals(event.getInvolvedObject().getKind()))
            .filter(event -> event.getMessage().contains(words))
            .count();
  }

  int snapshots() {
    return client.apps().controllerRevisions().inNamespace(namespace).list().getItems().size();
  }

  void awaitInitialised() {
    await("Initialized", () -> phase().equals("Initialized"));
  }

  /** Waits until the Canary's run of that number was promoted or rolled back. */
  void awaitEndOfRun(int number) {
    await("the end of run " + number, () -> hasEnded(number));
  }

  boolean hasEnded(int run) {
    var burgee = status().getBurgee();
    return burgee != null
        && Objects.equals(burgee.getRun(), run)
        && "AtRest".equals(burgee.getStage())
        && Objects.requireNonNullElse(burgee.getOutbox(), List.of()).isEmpty();
  }

  void awaitCondition(String type, String... words) {
    await(type + " with " + List.of(words), () -> says(type, words));
  }

  private boolean says(String type, String... words) {
    var conditions =
        Objects.requireNonNullElse(status().getConditions(), List.<CanaryCondition>of());
    return conditions.stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(condition -> Objects.requireNonNullElse(condition.getMessage(), ""))
        .anyMatch(message -> Stream.of(words).allMatch(message::contains));
  }

  private void await(String what, BooleanSupplier condition) {
    Eventually.await(
        PATIENCE,
        () ->
            what
                + " of "
                + fullName()
                + "\n"
                + client.getKubernetesSerialization().asYaml(status()),
        condition);
  }

  void create(String yaml) {
    var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    client.load(in).items().forEach(object -> client.resource(object).create());
  }
}
