package io.burgee.mesh;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that were fetched; one that is asked for and not in here did not exist. */
public record Snapshot(Map<ResourceRef, HasMetadata> objects) {
  public static final Snapshot EMPTY = of(List.of());

  public Snapshot {
    objects = Map.copyOf(objects);
  }

  public static Snapshot of(Collection<? extends HasMetadata> objects) {
    return new Snapshot(
        objects.stream().collect(toUnmodifiableMap(ResourceRef::of, object -> object)));
  }

  /** The object as {@code type}; one of another Java type is a mistake of the caller. */
  public <T extends HasMetadata> Optional<T> find(ResourceRef ref, Class<T> type) {
    return Optional.ofNullable(objects.get(ref)).map(type::cast);
  }
}
