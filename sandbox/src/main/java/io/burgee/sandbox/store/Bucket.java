package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one type, their recent changes and who watches them. Guarded by the storage's
 * lock, except {@link #get}, {@link #size} and {@link #forget}.
 */
final class Bucket {
  private final ConcurrentHashMap<ResourceKey, ObjectNode> byKey = new ConcurrentHashMap<>();
  private final TreeMap<ResourceKey, ObjectNode> ordered = new TreeMap<>();
  private final ArrayDeque<Change> history = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Watch> watches = new CopyOnWriteArrayList<>();
  private final int kept;

  /** The revision of the last change that is no longer in the history. */
  private long compacted;

  /**
   * Empty.
   *
   * @param kept how many changes a reader may go back by
   */
  Bucket(int kept) {
    this.kept = kept;
  }

  @Nullable ObjectNode get(ResourceKey key) {
    return byKey.get(key);
  }

  int size() {
    return byKey.size();
  }

  void record(Change change) {
    if (change.kind() == Change.Kind.DELETED) {
      byKey.remove(change.key());
      ordered.remove(change.key());
    } else {
      byKey.put(change.key(), change.object());
      ordered.put(change.key(), change.object());
    }
    history.add(change);
    if (history.size() > kept) {
      compacted = history.remove().revision();
    }
    watches.forEach(watch -> watch.offer(change));
  }

  List<ObjectNode> list(String namespace) {
    return new ArrayList<>(within(ordered, namespace).values());
  }

  /** The objects as they were at {@code revision}. */
  List<ObjectNode> listAt(String namespace, long revision) {
    requireHistory(revision);
    var then = new TreeMap<>(within(ordered, namespace));
    for (Iterator<Change> newest = history.descendingIterator(); newest.hasNext(); ) {
      var change = newest.next();
      if (change.revision() <= revision) {
        break;
      }
      var previous = change.previous();
      if (previous == null) {
        then.remove(change.key());
      } else if (namespace.isEmpty() || namespace.equals(change.key().namespace())) {
        then.put(change.key(), previous);
      }
    }
    return new ArrayList<>(then.values());
  }

  Watch watchSince(String namespace, long revision) {
    requireHistory(revision);
    var backlog = history.stream().filter(change -> change.revision() > revision).toList();
    return register(new Watch(new Listing(revision, List.of()), namespace, this, backlog));
  }

  Watch watchAll(String namespace, long revision) {
    return register(new Watch(new Listing(revision, list(namespace)), namespace, this, List.of()));
  }

  void forget(Watch watch) {
    watches.remove(watch);
  }

  void endWatches() {
    watches.forEach(Watch::end);
    watches.clear();
  }

  private Watch register(Watch watch) {
    watches.add(watch);
    return watch;
  }

  private void requireHistory(long revision) {
    if (revision < compacted) {
      throw ApiFailure.expired("too old resource version: " + revision + " (" + compacted + ")");
    }
  }

  private static SortedMap<ResourceKey, ObjectNode> within(
      NavigableMap<ResourceKey, ObjectNode> objects, String namespace) {
    return namespace.isEmpty()
        ? objects
        : objects.subMap(new ResourceKey(namespace, ""), new ResourceKey(namespace + '\0', ""));
  }
}
