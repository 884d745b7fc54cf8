package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of objects under one revision counter. One lock orders all commits; what is expensive is
 * done outside it, against a state that the commit then compares. Stored objects are never
 * modified.
 */
final class Storage {
  private final ReentrantLock lock = new ReentrantLock();
  private final ConcurrentHashMap<GroupResource, Bucket> buckets = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final int kept;
  private long revision = 1;

  /**
   * Without any object.
   *
   * @param kept how many changes of each type a reader may go back by
   */
  Storage(int kept) {
    this.kept = kept;
  }

  /** {@code listener} is called within each commit, under the lock: it must be quick. */
  void onCommit(Consumer<Change> listener) {
    listeners.add(listener);
  }

  long revision() {
    return locked(() -> revision);
  }

  @Nullable ObjectNode get(ResourceType type, ResourceKey key) {
    return bucket(type).get(key);
  }

  int size(ResourceType type) {
    return bucket(type).size();
  }

  Listing list(ResourceType type, String namespace) {
    return locked(() -> new Listing(revision, bucket(type).list(namespace)));
  }

  Listing listAt(ResourceType type, String namespace, long at) {
    return locked(() -> new Listing(at, bucket(type).listAt(namespace, at)));
  }

  Watch watchSince(ResourceType type, String namespace, long since) {
    return locked(() -> bucket(type).watchSince(namespace, since));
  }

  Watch watchAll(ResourceType type, String namespace) {
    return locked(() -> bucket(type).watchAll(namespace, revision));
  }

  /** Adds {@code object} after {@code guard} passed under the lock; false when the key is taken. */
  boolean insert(ResourceType type, ResourceKey key, ObjectNode object, Runnable guard) {
    return locked(
        () -> {
          guard.run();
          if (get(type, key) != null) {
            return false;
          }
          commit(Change.Kind.ADDED, type, key, object, null);
          return true;
        });
  }

  /** Replaces {@code expected}; false when that isn't what is stored. */
  boolean replace(ResourceType type, ResourceKey key, ObjectNode expected, ObjectNode object) {
    return locked(
        () -> {
          if (!isStored(type, key, expected)) {
            return false;
          }
          commit(Change.Kind.MODIFIED, type, key, object, expected);
          return true;
        });
  }

  /** Removes {@code expected}, telling {@code last} as its last state; false as above. */
  boolean remove(ResourceType type, ResourceKey key, ObjectNode expected, ObjectNode last) {
    return locked(
        () -> {
          if (!isStored(type, key, expected)) {
            return false;
          }
          commit(Change.Kind.DELETED, type, key, last, expected);
          return true;
        });
  }

  /** Forgets a type and ends its watches. */
  void drop(GroupResource resource) {
    locked(
        () -> {
          var bucket = buckets.remove(resource);
          if (bucket != null) {
            bucket.endWatches();
          }
          return true;
        });
  }

  void close() {
    List.copyOf(buckets.keySet()).forEach(this::drop);
  }

  private void commit(
      Change.Kind kind,
      ResourceType type,
      ResourceKey key,
      ObjectNode object,
      @Nullable ObjectNode previous) {
    revision++;
    Meta.of(object).put("resourceVersion", Long.toString(revision));
    var change = new Change(kind, type, key, object, previous, revision);
    bucket(type).record(change);
    listeners.forEach(listener -> listener.accept(change));
  }

  /** Revisions are never used twice, so they tell states apart. */
  private boolean isStored(ResourceType type, ResourceKey key, ObjectNode expected) {
    var stored = get(type, key);
    return stored != null && Meta.revision(stored).equals(Meta.revision(expected));
  }

  private Bucket bucket(ResourceType type) {
    return buckets.computeIfAbsent(type.resource(), resource -> new Bucket(kept));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
