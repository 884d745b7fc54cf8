package io.burgee.operator.canary;

import static io.burgee.operator.canary.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every version of the objects that carry a release, in the order in which they were stored; finds
 * afterwards where one broke an invariant.
 */
final class ReleaseHistory implements AutoCloseable {
  private final Store store;
  private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
  private final List<Change> lookedAt = new ArrayList<>();
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, ReleaseRules> perNamespace = new HashMap<>();
  private final List<String> found = new ArrayList<>();
  private final Set<String> byHand = Collections.synchronizedSet(new HashSet<>());
  private final List<AutoCloseable> subscriptions = new ArrayList<>();

  ReleaseHistory(Store store) {
    this.store = store;
    types().forEach(t -> subscriptions.add(store.subscribe(t, "", changes::add)));
  }

  /** Versions that users wrote break no rule of ours. */
  void byHand(ObjectNode version) {
    byHand.add(version.at("/metadata/resourceVersion").asText());
  }

  /** What broke an invariant, in words; every version stored so far is looked at. */
  List<String> violations() {
    eventually("all versions are known", changes::size, this::isComplete);
    var sorted = new ArrayList<Change>();
    for (var next = changes.poll(); next != null; next = changes.poll()) {
      sorted.add(next);
    }
    sorted.sort(Comparator.comparingLong(Change::revision));
    for (var change : sorted) {
      follow(known, change);
      lookedAt.add(change);
      var namespace = change.key().namespace();
      var rules = perNamespace.computeIfAbsent(namespace, ReleaseRules::new);
      var ours = !byHand.contains(change.object().at("/metadata/resourceVersion").asText());
      found.addAll(rules.next(change, ours));
    }
    return List.copyOf(found);
  }

  /**
   * As {@link #violations}, and then keeps only what is in force now, so that a history of any
   * length can be looked at. To be called while nothing is under way.
   */
  List<String> violationsSoFar() {
    var all = violations();
    perNamespace.values().forEach(ReleaseRules::forgetThePast);
    byHand.clear();
    lookedAt.clear();
    return all;
  }

  /** What a VirtualService gives the canary; -1 where it has no route. */
  static int canaryWeight(JsonNode virtualService) {
    return RouteShape.of(virtualService).canary();
  }

  /** What the routes of that namespace did, one after the other. */
  List<String> routes(String namespace) {
    return successive(
        namespace,
        change -> change.type().kind().equals("VirtualService"),
        object -> RouteShape.of(object).toString());
  }

  /** What people called it, one after the other. */
  List<String> phases(String namespace) {
    return successive(
        namespace,
        change -> change.type().kind().equals("Canary"),
        object -> object.at("/status/phase").asText());
  }

  private List<String> successive(
      String namespace, Predicate<Change> which, Function<ObjectNode, String> text) {
    eventually("all versions are known", changes::size, this::isComplete);
    var all = new ArrayList<String>();
    Stream.concat(lookedAt.stream(), changes.stream())
        .filter(change -> change.key().namespace().equals(namespace))
        .filter(which)
        .sorted(Comparator.comparingLong(Change::revision))
        .map(change -> change.kind() == Change.Kind.DELETED ? "gone" : text.apply(change.object()))
        .filter(value -> !value.isEmpty())
        .filter(value -> all.isEmpty() || !all.getLast().equals(value))
        .forEach(all::add);
    return all;
  }

  private static void follow(Map<String, String> versions, Change change) {
    var id = change.type().plural() + " " + change.key();
    if (change.kind() == Change.Kind.DELETED) {
      versions.remove(id);
    } else {
      versions.put(id, change.object().at("/metadata/resourceVersion").asText());
    }
  }

  private boolean isComplete() {
    var last = new HashMap<>(known);
    changes.forEach(change -> follow(last, change));
    var stored = new HashMap<String, String>();
    for (var type : types()) {
      for (var object : store.list(type, "").objects()) {
        var metadata = object.path("metadata");
        var key = type.key(metadata.path("namespace").asText(), metadata.path("name").asText());
        stored.put(type.plural() + " " + key, metadata.path("resourceVersion").asText());
      }
    }
    return last.equals(stored);
  }

  private List<ResourceType> types() {
    var types = new ArrayList<>(List.of(Kinds.DEPLOYMENTS, Kinds.SERVICES));
    types.add(Kinds.CONTROLLER_REVISIONS);
    store.types().ofKind("flagger.app/v1beta1", "Canary").ifPresent(types::add);
    store.types().ofKind("networking.istio.io/v1beta1", "VirtualService").ifPresent(types::add);
    return types;
  }

  @Override
  public void close() {
    for (var subscription : subscriptions) {
      try {
        subscription.close();
      } catch (Exception e) {
        throw new IllegalStateException("a subscription does not end", e);
      }
    }
  }
}
