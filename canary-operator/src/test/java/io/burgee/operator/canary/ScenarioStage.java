package io.burgee.operator.canary;

import static io.burgee.operator.canary.Eventually.throughout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.HookAnswer;
import io.burgee.testsupport.PrometheusReply;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where one scenario is played: a Canary of that strategy, and what its users and surroundings do.
 * At its first step the candidate stays until it may go on: no metric has an answer then; where
 * there are no steps, its pods do not get ready.
 */
final class ScenarioStage {
  private static final String CONFIG = "settings";
  private static final String HOLD = "sandbox.burgee.io/hold";

  /** Longer than two intervals, at the end of each of which a step would be made. */
  private static final Duration A_WHILE = Duration.ofMillis(1200);

  private final Harness harness;
  private final FakeHooks hooks;
  private final ScenarioStrategy strategy;
  private final Shop shop;
  private final List<String> asked = new ArrayList<>();
  private boolean reverts;
  private boolean mayGetReady;
  private boolean deleted;

  ScenarioStage(Harness harness, FakeHooks hooks, ScenarioStrategy strategy, String namespace) {
    this.harness = harness;
    this.hooks = hooks;
    this.strategy = strategy;
    this.shop = Shop.open(harness, namespace);
  }

  ScenarioStrategy strategy() {
    return strategy;
  }

  /** Creates the Canary, and waits until the primary has all traffic. */
  void begin() {
    shop.release(
            canary -> {
              var spec = canary.withObject("/spec");
              var analysis = spec.withObject("/analysis").put("interval", "10s");
              analysis.remove(List.of("stepWeights"));
              strategy.configure(spec);
              spec.withObject("/burgee").put("onUnknown", "Wait");
              for (var type : asked) {
                analysis
                    .withArray("/webhooks")
                    .addObject()
                    .put("name", type)
                    .put("type", type)
                    .put("url", hooks.url(path(type)));
              }
              if (reverts) {
                spec.put("revertOnDeletion", true);
              }
            })
        .awaitRest("Initialized");
  }

  void deploy(String version) {
    shop.deploy(new Demo.Version(image(version), 0, version.equals(ScenarioEvent.NEVER_READY)));
  }

  void deployAndReachFirstStep(String version) {
    harness.errors(shop.namespace(), PrometheusReply.noSeries());
    if (strategy.analyses()) {
      deploy(version);
      await("first step", () -> stage().equals("Analysing") && isSettled());
    } else {
      shop.deploy(new Demo.Version(image(version), 0, true));
      await("pods of it", () -> stage().equals("Starting") && pods(version) == 2);
    }
  }

  private boolean isSettled() {
    return shop.status().at("/burgee").has("nextCheckAt");
  }

  private long pods(String version) {
    return harness.store().list(Kinds.PODS, shop.namespace()).objects().stream()
        .filter(pod -> pod.at("/spec/containers/0/image").asText().equals(image(version)))
        .count();
  }

  /** Ends what {@link #deployAndReachFirstStep} waits with. */
  void goOn() {
    harness.errors(shop.namespace(), PrometheusReply.value(0));
    mayGetReady = true;
  }

  void metricsFail() {
    harness.errors(shop.namespace(), PrometheusReply.value(7));
  }

  /** It is where it is, though nothing but somebody's will keeps it there. */
  void standsStill() {
    var stage = stage();
    var route = shop.liveWeight();
    throughout(
        A_WHILE,
        shop.namespace() + " stands still",
        () -> {
          letPodsGetReady();
          return stage().equals(stage) && shop.liveWeight() == route;
        });
  }

  /** Has the Canary ask a hook of that type, which says yes or no at first. */
  void hook(String type, boolean yes) {
    asked.add(type);
    hookSays(type, yes);
  }

  void hookSays(String type, boolean yes) {
    hooks.answer(path(type), yes ? HookAnswer.yes() : HookAnswer.no("Forbidden"));
  }

  void hookBreaks(String type) {
    hooks.answer(path(type), HookAnswer.broken());
  }

  /** The event, and three more intervals in which the hook is asked and nothing more is told. */
  void awaitToldOnce(String words) {
    awaitTold(words);
    var path = path(asked.getFirst());
    var before = hooks.requests(path).size();
    await("asked on", () -> hooks.requests(path).size() > before + 2);
    if (told(words) != 1) {
      throw new AssertionError(shop.namespace() + " told " + told(words) + " times: " + words);
    }
  }

  void verb(String verb, String who) {
    shop.editCanary(c -> c.withObject("/metadata/annotations").put("burgee.io/" + verb, who));
  }

  void spec(Consumer<ObjectNode> change) {
    shop.editCanary(canary -> change.accept(canary.withObject("/spec")));
  }

  void mountConfig() {
    harness.create(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(CONFIG)
            .withNamespace(shop.namespace())
            .endMetadata()
            .withData(Map.of("key", "one"))
            .build());
    harness.edit(
        Kinds.DEPLOYMENTS,
        shop.namespace(),
        Shop.NAME,
        deployment ->
            deployment
                .withObject("/spec/template/spec")
                .putArray("volumes")
                .addObject()
                .put("name", CONFIG)
                .putObject("configMap")
                .put("name", CONFIG));
  }

  void changeConfig(String value) {
    harness.edit(
        Kinds.CONFIG_MAPS,
        shop.namespace(),
        CONFIG,
        config -> config.withObject("/data").put("key", value));
  }

  void awaitPrimaryConfig(String value) {
    await(
        "configuration of the primary",
        () ->
            shop.get(Kinds.CONFIG_MAPS, CONFIG + "-primary")
                .at("/data/key")
                .asText()
                .equals(value));
  }

  void revertsOnDeletion() {
    reverts = true;
  }

  void deleteCanary() {
    deleted = true;
    harness.delete(shop.canaries(), shop.namespace(), Shop.NAME);
  }

  void awaitPhase(String phase) {
    await("phase " + phase, () -> shop.status().path("phase").asText().equals(phase));
  }

  void awaitTold(String words) {
    await("event " + words, () -> told(words) > 0);
  }

  private long told(String words) {
    return shop.events().stream()
        .filter(message -> ScenarioEnd.plain(message, shop.namespace()).contains(words))
        .count();
  }

  /** Waits until all is over; and for that event. */
  void awaitEnd(ScenarioEnd expected) {
    awaitTold(expected.told());
    if (deleted) {
      await("nothing left of it", this::isGivenBack);
      return;
    }
    await(
        "rest",
        () ->
            stage().equals("AtRest")
                && shop.status().path("phase").asText().equals(expected.phases().getLast())
                && shop.status().at("/burgee/outbox").isEmpty());
  }

  private boolean isGivenBack() {
    return !shop.exists(shop.canaries(), Shop.NAME)
        && !shop.exists(shop.routes(), Shop.NAME)
        && !shop.exists(Kinds.DEPLOYMENTS, Shop.NAME + "-primary")
        && shop.get(Kinds.SERVICES, Shop.NAME).at("/spec/selector/app").asText().equals(Shop.NAME);
  }

  private String stage() {
    return shop.status().at("/burgee/stage").asText();
  }

  private void await(String what, BooleanSupplier condition) {
    shop.await(
        what,
        () -> {
          letPodsGetReady();
          return condition.getAsBoolean();
        });
  }

  private void letPodsGetReady() {
    if (mayGetReady && !strategy.analyses()) {
      for (var pod : harness.store().list(Kinds.PODS, shop.namespace()).objects()) {
        if (pod.at("/metadata/annotations").has(HOLD)) {
          letGetReady(pod.at("/metadata/name").asText());
        }
      }
    }
  }

  /** Unless it is gone by now: an older revision's pods go whenever the workload is edited. */
  private void letGetReady(String pod) {
    try {
      harness.edit(
          Kinds.PODS,
          shop.namespace(),
          pod,
          held -> held.withObject("/metadata/annotations").remove(HOLD));
    } catch (ApiFailure failure) {
      if (failure.code() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw failure;
      }
    }
  }

  private String path(String type) {
    return "/" + shop.namespace() + "/" + type;
  }

  private static String image(String version) {
    return "example.com/shop:" + version;
  }
}
