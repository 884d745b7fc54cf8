package io.burgee.operator.canary;

import static io.burgee.operator.canary.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.api.Canary;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One application with its Canary in a namespace of its own, as its users see it. */
record Shop(Harness harness, String namespace) {
  static final String NAME = Demo.NAME;
  private static final String ISTIO = "networking.istio.io/v1beta1";

  /** Before there is a Canary. */
  static Shop open(Harness harness, String namespace) {
    for (var object : Demo.application()) {
      var copy = object.deepCopy();
      if (copy.path("kind").asText().equals("Namespace")) {
        copy.withObject("/metadata").put("name", namespace);
      } else {
        copy.withObject("/metadata").put("namespace", namespace);
        // no rollout of these tests is to run into its own deadline on a busy machine
        copy.withObject("/spec").put("progressDeadlineSeconds", 6000);
      }
      harness.create(copy);
    }
    return new Shop(harness, namespace);
  }

  /** One step of 50 %, one check that reads what the harness says, and a deadline far away. */
  Shop release(Consumer<ObjectNode> change) {
    var canary = Demo.canary().deepCopy();
    canary.withObject("/metadata").put("namespace", namespace);
    var spec = canary.withObject("/spec");
    spec.put("progressDeadlineSeconds", 6000);
    var analysis = spec.withObject("/analysis");
    analysis.put("threshold", 2);
    analysis.remove(List.of("stepWeight", "maxWeight"));
    analysis.putArray("stepWeights").add(50);
    var metric = analysis.putArray("metrics").addObject();
    metric.put("name", "errors").put("interval", "1m").put("query", "errors_in_{{ namespace }}");
    metric.putObject("thresholdRange").put("max", 1);
    change.accept(canary);
    harness.create(canary);
    return this;
  }

  Shop release() {
    return release(canary -> {});
  }

  void deploy(Demo.Version version) {
    harness
        .client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(NAME)
        .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), version.patch().toString());
  }

  void editCanary(Consumer<ObjectNode> change) {
    harness.edit(canaries(), namespace, NAME, change);
  }

  /** Returns when the operator has seen it: until then it may put back what is edited. */
  void suspend() {
    editCanary(c -> c.withObject("/spec").put("suspend", true));
    await("suspended", () -> status().at("/burgee/waitingFor").asText().contains("spec.suspend"));
  }

  void resume() {
    editCanary(c -> c.withObject("/spec").put("suspend", false));
  }

  ResourceType canaries() {
    return harness.type("flagger.app/v1beta1", "Canary");
  }

  ResourceType routes() {
    return harness.type(ISTIO, "VirtualService");
  }

  JsonNode status() {
    return get(canaries(), NAME).path("status");
  }

  Canary canary() {
    return harness.client.resources(Canary.class).inNamespace(namespace).withName(NAME).require();
  }

  /** The object, or one without content where there is none. */
  ObjectNode get(ResourceType type, String name) {
    return harness.find(type, namespace, name).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  boolean exists(ResourceType type, String name) {
    return harness.find(type, namespace, name).isPresent();
  }

  ObjectNode target() {
    return get(Kinds.DEPLOYMENTS, NAME);
  }

  ObjectNode primary() {
    return get(Kinds.DEPLOYMENTS, NAME + "-primary");
  }

  static String image(ObjectNode deployment) {
    return deployment.at("/spec/template/spec/containers/0/image").asText();
  }

  /** What the live route gives the canary; -1 where there is none. */
  int liveWeight() {
    return RouteShape.of(get(routes(), NAME)).canary();
  }

  String condition(String type) {
    for (var condition : status().path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("message").asText();
      }
    }
    return "";
  }

  List<String> events() {
    return harness.store().list(Kinds.EVENTS, namespace).objects().stream()
        .map(event -> event.path("message").asText())
        .toList();
  }

  Shop awaitPhase(String phase) {
    await("phase " + phase, () -> status().path("phase").asText().equals(phase));
    return this;
  }

  Shop awaitStage(String stage) {
    await("stage " + stage, () -> status().at("/burgee/stage").asText().equals(stage));
    return this;
  }

  /** The primary serves, nothing is under way, and all that there was to tell is told. */
  Shop awaitRest(String phase) {
    awaitPhase(phase);
    await(
        "at rest",
        () ->
            status().at("/burgee/stage").asText().equals("AtRest")
                && status().at("/burgee/outbox").isEmpty());
    return this;
  }

  /** Also what is kept for a way back is gone: the one snapshot left is the promoted one. */
  void awaitTidy(String phase) {
    awaitRest(phase);
    var kept = phase.equals("Failed") ? 2 : 1;
    await(
        kept + " snapshots",
        () -> harness.store().list(Kinds.CONTROLLER_REVISIONS, namespace).objects().size() == kept);
  }

  void awaitEvent(String message) {
    await("event " + message, () -> events().stream().anyMatch(e -> e.contains(message)));
  }

  void await(String what, BooleanSupplier condition) {
    eventually(namespace + ": " + what, this::describe, condition);
  }

  private Optional<String> describe() {
    return harness
        .find(canaries(), namespace, NAME)
        .map(
            canary ->
                canary.path("status").toPrettyString()
                    + "\ntarget "
                    + target().path("status")
                    + "\nprimary "
                    + primary().path("status")
                    + "\nroute "
                    + liveWeight()
                    + "\nevents "
                    + events());
  }
}
