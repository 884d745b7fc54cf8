package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Versions of a release's objects as a test tells them, shown to {@link ReleaseRules}. At the start
 * the release is at rest on the revision "old".
 */
final class ReleaseStory {
  private static final ResourceType CANARIES = custom("flagger.app", "Canary", "canaries");
  private static final ResourceType ROUTES =
      custom("networking.istio.io", "VirtualService", "virtualservices");

  final ReleaseRules rules = new ReleaseRules("shop");

  private final List<String> found = new ArrayList<>();
  private long revision;
  private boolean ours = true;

  ReleaseStory() {
    for (var name : List.of("old", "new")) {
      var snapshot = JsonNodeFactory.instance.objectNode();
      containers(snapshot.withObject("/data/blueprint/template"), name);
      tell(Kinds.CONTROLLER_REVISIONS, "shop-" + name, snapshot);
    }
    service("shop", "shop-primary");
    service("shop-primary", "shop-primary");
    service("shop-canary", "shop");
    stage("AtRest", 0);
    target(0, "old", 0);
    primary(2, "old", 2);
    route(0);
    found.clear(); // how it came to be is another story
  }

  List<String> found() {
    return found;
  }

  /** The candidate "new" has so many available pods of the two it wants, and no traffic. */
  void analysing(int available) {
    stage("Starting", 0);
    target(2, "new", available);
    stage("Analysing", 50);
  }

  void stage(String stage, int weight) {
    var canary = JsonNodeFactory.instance.objectNode();
    canary.withObject("/spec/targetRef").put("name", "shop");
    var status = canary.withObject("/status/burgee");
    status.put("stage", stage).put("weight", weight);
    status.put("promoted", "old").put("candidate", "new");
    tell(CANARIES, "shop", canary);
  }

  void target(int replicas, String image, int available) {
    tell(Kinds.DEPLOYMENTS, "shop", deployment(replicas, image, available));
  }

  void primary(int replicas, String image, int available) {
    primary(replicas, image, available, deployment -> {});
  }

  void primary(int replicas, String image, int available, Consumer<ObjectNode> change) {
    var primary = deployment(replicas, image, available);
    primary.withObject("/spec/template/metadata/annotations").put("flagger-id", image);
    change.accept(primary);
    tell(Kinds.DEPLOYMENTS, "shop-primary", primary);
  }

  void primaryOnOne() {
    primary(1, "old", 1);
  }

  void route(int toCanary) {
    var route = JsonNodeFactory.instance.objectNode();
    var sides = route.withObject("/spec").putArray("http").addObject().putArray("route");
    sides
        .addObject()
        .put("weight", 100 - toCanary)
        .putObject("destination")
        .put("host", "shop-primary");
    sides.addObject().put("weight", toCanary).putObject("destination").put("host", "shop-canary");
    tell(ROUTES, "shop", route);
  }

  private void service(String name, String selected) {
    var service = JsonNodeFactory.instance.objectNode();
    service.withObject("/spec/selector").put("app", selected);
    tell(Kinds.SERVICES, name, service);
  }

  void withoutService(String name) {
    revision++;
    var gone = JsonNodeFactory.instance.objectNode();
    var key = Kinds.SERVICES.key("shop", name);
    see(new Change(Change.Kind.DELETED, Kinds.SERVICES, key, gone, gone, revision));
  }

  void byHand(Runnable change) {
    ours = false;
    change.run();
    ours = true;
  }

  static void image(ObjectNode deployment, String image) {
    containers(deployment.withObject("/spec/template"), image);
  }

  private static ObjectNode deployment(int replicas, String image, int available) {
    var deployment = JsonNodeFactory.instance.objectNode();
    deployment.withObject("/spec").put("replicas", replicas);
    image(deployment, image);
    var status = deployment.withObject("/status");
    status.put("replicas", replicas).put("updatedReplicas", replicas);
    status.put("availableReplicas", available);
    return deployment;
  }

  private static void containers(ObjectNode template, String image) {
    template.withObject("/spec").putArray("containers").addObject().put("image", image);
  }

  private void tell(ResourceType type, String name, ObjectNode object) {
    revision++;
    object.withObject("/metadata").put("resourceVersion", Long.toString(revision));
    var key = type.key("shop", name);
    see(new Change(Change.Kind.MODIFIED, type, key, object, null, revision));
  }

  private void see(Change change) {
    found.addAll(rules.next(change, ours));
  }

  private static ResourceType custom(String group, String kind, String plural) {
    return new ResourceType(
        group, "v1beta1", kind, plural, plural, true, List.of(), List.of(), Set.of(), null, "v1");
  }
}
