package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who owns whom, by uid, kept with every commit. */
final class Ownership {
  /** Where an object is. */
  record Place(ResourceType type, ResourceKey key) {}

  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Map<String, Set<Place>> dependents = new ConcurrentHashMap<>();

  /** Called in commit order. */
  void follow(Change change) {
    var place = new Place(change.type(), change.key());
    var previous = change.previous();
    if (change.kind() == Change.Kind.DELETED) {
      places.remove(Meta.uid(change.object()));
    } else {
      places.put(Meta.uid(change.object()), place);
    }
    if (previous != null) {
      for (var owner : Meta.owners(previous)) {
        dependents.computeIfPresent(
            uid(owner),
            (uid, set) -> {
              set.remove(place);
              return set.isEmpty() ? null : set;
            });
      }
    }
    if (change.kind() != Change.Kind.DELETED) {
      for (var owner : Meta.owners(change.object())) {
        dependents.computeIfAbsent(uid(owner), uid -> ConcurrentHashMap.newKeySet()).add(place);
      }
    }
  }

  Optional<Place> place(String uid) {
    return Optional.ofNullable(places.get(uid));
  }

  List<Place> dependents(String uid) {
    return List.copyOf(dependents.getOrDefault(uid, Set.of()));
  }

  static String uid(JsonNode ownerReference) {
    return ownerReference.path("uid").asText();
  }
}
