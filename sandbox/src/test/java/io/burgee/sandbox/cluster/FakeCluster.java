package io.burgee.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** A cluster in maps: revisions, generations, conflicts and watches, as an API server has them. */
public final class FakeCluster implements Cluster {
  private final Map<Resource, Map<String, ObjectNode>> objects = new HashMap<>();
  private final Map<Resource, List<Consumer<Event>>> watches = new HashMap<>();
  private long revision;

  @Override
  public Optional<ObjectNode> get(Resource resource, Key key) {
    return Optional.ofNullable(of(resource).get(key.toString()));
  }

  @Override
  public List<ObjectNode> list(Resource resource, String namespace) {
    return of(resource).values().stream()
        .filter(o -> namespace.isEmpty() || Fields.namespace(o).equals(namespace))
        .toList();
  }

  @Override
  public Watch watch(Resource resource, Consumer<Event> events) {
    list(resource, "").forEach(object -> events.accept(new Event(false, object)));
    var watching = watches.computeIfAbsent(resource, _ -> new ArrayList<>());
    watching.add(events);
    return () -> watching.remove(events);
  }

  @Override
  public ObjectNode create(Resource resource, ObjectNode object) {
    if (get(resource, Key.of(object)).isPresent()) {
      throw new LostRace(Key.of(object) + " exists");
    }
    var created = object.deepCopy();
    created.withObject("/metadata").put("uid", new UUID(0, revision).toString());
    created.withObject("/metadata").put("generation", 1);
    created.remove("status");
    return store(resource, created);
  }

  @Override
  public ObjectNode update(Resource resource, ObjectNode object) {
    var old = current(resource, object);
    var next = object.deepCopy();
    if (old.has("status")) {
      next.set("status", old.get("status"));
    } else {
      next.remove("status");
    }
    if (!old.path("spec").equals(next.path("spec"))) {
      next.withObject("/metadata").put("generation", Fields.generation(old) + 1);
    }
    return store(resource, next);
  }

  @Override
  public ObjectNode updateStatus(Resource resource, ObjectNode object) {
    var next = current(resource, object).deepCopy();
    next.set("status", object.path("status").deepCopy());
    return store(resource, next);
  }

  @Override
  public void delete(Resource resource, Key key) {
    var gone = of(resource).remove(key.toString());
    if (gone != null) {
      tell(resource, new Event(true, gone));
    }
  }

  private ObjectNode current(Resource resource, ObjectNode object) {
    var old =
        get(resource, Key.of(object)).orElseThrow(() -> new LostRace(Key.of(object) + " is gone"));
    if (!revisionOf(old).equals(revisionOf(object))) {
      throw new LostRace(Key.of(object) + " has changed");
    }
    return old;
  }

  private static String revisionOf(ObjectNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  private ObjectNode store(Resource resource, ObjectNode object) {
    revision++;
    object.withObject("/metadata").put("resourceVersion", Long.toString(revision));
    of(resource).put(Key.of(object).toString(), object);
    tell(resource, new Event(false, object));
    return object;
  }

  private void tell(Resource resource, Event event) {
    List.copyOf(watches.getOrDefault(resource, List.of())).forEach(w -> w.accept(event));
  }

  private Map<String, ObjectNode> of(Resource resource) {
    return objects.computeIfAbsent(resource, _ -> new TreeMap<>());
  }
}
