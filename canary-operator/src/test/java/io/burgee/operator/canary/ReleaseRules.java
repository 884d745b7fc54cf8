package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The invariants I1, I2, I3 and I8 on the versions of one release's objects, given one by one in
 * the order in which they were stored. One release in a namespace.
 */
public final class ReleaseRules {
  private static final Set<String> PROMOTING = Set.of("Promoting", "ShiftingBack", "Finalising");

  /** Where one available pod of the promoted revision is enough to take traffic back. */
  private static final Set<String> WITHDRAWING =
      Set.of("RollingBack", "Restarting", "Draining", "ScalingDown", "AtRest", "Starting");

  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final String namespace;
  private final Map<String, TreeMap<Long, ObjectNode>> versions = new TreeMap<>();
  private final List<String> found = new ArrayList<>();

  public ReleaseRules(String namespace) {
    this.namespace = namespace;
  }

  /**
   * Takes the next version.
   *
   * @param ours false for what a user wrote
   * @return what it breaks
   */
  public List<String> next(Change change, boolean ours) {
    found.clear();
    var id = change.type().kind() + "/" + change.key().name();
    var before = latest(id);
    var after = change.kind() == Change.Kind.DELETED ? NOTHING : change.object();
    versions.computeIfAbsent(id, any -> new TreeMap<>()).put(change.revision(), after);
    if (ours && !after.isEmpty()) {
      switch (change.type().kind()) {
        case "VirtualService" -> routes(before, after, change.revision());
        case "Deployment" -> deployment(change.key().name(), before, after);
        default -> {}
      }
    }
    if (!isGone()) {
      destinations(change.revision());
    }
    return List.copyOf(found);
  }

  /** Keeps the versions in force and no older ones; to be called while nothing is under way. */
  public void forgetThePast() {
    versions.values().forEach(all -> all.headMap(all.lastKey()).clear());
    versions.values().removeIf(all -> all.lastEntry().getValue().isEmpty());
  }

  /** I1. */
  private void routes(ObjectNode before, ObjectNode after, long revision) {
    var was = RouteShape.of(before);
    var is = RouteShape.of(after);
    var since = decidedAfter(revision);
    var stage = stage();
    Predicate<ObjectNode> mayServe =
        stage.equals("Reverting") // whatever it runs is what the user declared
            ? ReleaseRules::isReady
            : d -> isReady(d) && runs(d, revisionOf("candidate"));
    if (is.gives(was) && !held(target(), since, mayServe)) {
      report(revision, "I1: canary from " + was + " to " + is + " in " + stage + ", not ready");
    }
    if (is.takes(was)) {
      var intended = revisionOf(PROMOTING.contains(stage) ? "candidate" : "promoted");
      Predicate<ObjectNode> may =
          WITHDRAWING.contains(stage)
              ? ReleaseRules::isAvailable
              : d -> isReady(d) && isMarked(d, intended);
      if (!held(target() + "-primary", since, may)) {
        report(revision, "I1: canary from " + was + " to " + is + " in " + stage + ", no primary");
      }
    }
  }

  private void deployment(String name, ObjectNode before, ObjectNode after) {
    var revision = after.at("/metadata/resourceVersion").asLong();
    if (name.equals(target()) && replicas(after) < replicas(before)) {
      var route = RouteShape.of(latest("VirtualService/" + apex()));
      if (route.exists() ? route.reachesCanary() : podsOf(apex()).equals(name)) { // I2
        report(revision, "I2: target scaled down while the route gives it " + route);
      }
    }
    if (!name.equals(target() + "-primary")) {
      return;
    }
    if (!before.isEmpty() && replicas(after) < replicas(before)) {
      report(revision, "I2: primary scaled down");
    }
    if (!after.at("/spec/template").equals(before.at("/spec/template"))) { // I3
      var intended = revisionOf(PROMOTING.contains(stage()) ? "candidate" : "promoted");
      if (!isMarked(after, intended) || !runs(after, intended)) {
        report(revision, "I3: primary's template in " + stage() + " is not " + intended);
      }
    }
  }

  /** I8: whatever is written last, requests find a pod. */
  private void destinations(long revision) {
    var route = RouteShape.of(latest("VirtualService/" + apex()));
    for (var host : route.hosts()) {
      if (latest("Service/" + host).isEmpty()) {
        report(revision, "I8: no Service " + host);
      }
    }
    if (route.servesUsersWithCanary()) {
      hasPod(apex() + "-canary", route, revision);
    }
    if (route.servesUsersWithPrimary()) {
      hasPod(apex() + "-primary", route, revision);
    }
  }

  private void hasPod(String service, RouteShape route, long revision) {
    var side = podsOf(service);
    if (!isAvailable(latest("Deployment/" + side))) {
      report(revision, "I8: " + route + " and no pod of " + side);
    }
  }

  /** The workload that a Service selects. */
  private String podsOf(String service) {
    return latest("Service/" + service).at("/spec/selector/app").asText();
  }

  /**
   * From where on the view may date that the intent in force was decided on: the version of the
   * Canary before the one that recorded it.
   */
  private long decidedAfter(long revision) {
    var canaries = versions.getOrDefault("Canary/" + name(), new TreeMap<>());
    var intent = intent(latest("Canary/" + name()));
    for (var entry : canaries.headMap(revision, true).descendingMap().entrySet()) {
      if (!intent(entry.getValue()).equals(intent)) {
        return entry.getKey();
      }
    }
    return 0;
  }

  private static String intent(ObjectNode canary) {
    return canary.at("/status/burgee/stage") + " " + canary.at("/status/burgee/weight");
  }

  /** Whether a version that was in force at or after {@code since} is as wanted. */
  private boolean held(String deployment, long since, Predicate<ObjectNode> wanted) {
    var all = versions.getOrDefault("Deployment/" + deployment, new TreeMap<>());
    var first = all.floorKey(since);
    return all.tailMap(first == null ? since : first).values().stream().anyMatch(wanted);
  }

  private ObjectNode latest(String id) {
    var all = versions.get(id);
    return all == null || all.isEmpty() ? NOTHING : all.lastEntry().getValue();
  }

  private String name() {
    return versions.keySet().stream()
        .filter(id -> id.startsWith("Canary/"))
        .map(id -> id.substring("Canary/".length()))
        .findFirst()
        .orElse("");
  }

  /** What is left then is collected in any order, and has been taken out of service before. */
  private boolean isGone() {
    return !name().isEmpty() && latest("Canary/" + name()).isEmpty();
  }

  private String target() {
    return latest("Canary/" + name()).at("/spec/targetRef/name").asText();
  }

  private String apex() {
    return latest("Canary/" + name()).at("/spec/service/name").asText(target());
  }

  private String stage() {
    return latest("Canary/" + name()).at("/status/burgee/stage").asText();
  }

  private String revisionOf(String role) {
    return latest("Canary/" + name()).at("/status/burgee/" + role).asText();
  }

  /** Whether the containers are the snapshot's. */
  private boolean runs(ObjectNode deployment, String revision) {
    var snapshot = latest("ControllerRevision/" + name() + "-" + revision);
    var image = "/template/spec/containers/0/image";
    return snapshot
        .at("/data/blueprint" + image)
        .asText("none")
        .equals(deployment.at("/spec" + image).asText());
  }

  private static boolean isMarked(ObjectNode primary, String revision) {
    return primary.at("/spec/template/metadata/annotations/flagger-id").asText().equals(revision);
  }

  private static boolean isReady(ObjectNode deployment) {
    var status = deployment.path("status");
    var wanted = replicas(deployment);
    return wanted > 0
        && status.path("observedGeneration").asLong()
            >= deployment.at("/metadata/generation").asLong()
        && number(status, "updatedReplicas") >= wanted
        && number(status, "replicas") <= number(status, "updatedReplicas")
        && number(status, "availableReplicas") >= wanted;
  }

  private static boolean isAvailable(ObjectNode deployment) {
    return number(deployment.path("status"), "availableReplicas") > 0;
  }

  private static int replicas(ObjectNode deployment) {
    return deployment.at("/spec/replicas").asInt(1);
  }

  private static int number(JsonNode status, String field) {
    return status.path(field).asInt(0);
  }

  private void report(long revision, String what) {
    found.add(namespace + "@" + revision + " " + what);
  }
}
