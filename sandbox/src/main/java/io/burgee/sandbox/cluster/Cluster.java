package io.burgee.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a simulation reads and writes. Objects given out are shared: change a copy. Reads show every
 * write that has returned. Writes throw {@link LostRace} when the object moved on meanwhile.
 */
public interface Cluster {
  /** A change; of a deletion the last state is given. */
  record Event(boolean deleted, ObjectNode object) {}

  /** Ends a watch. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  Optional<ObjectNode> get(Resource resource, Key key);

  /** All namespaces when {@code namespace} is empty; nothing when the kind isn't known (yet). */
  List<ObjectNode> list(Resource resource, String namespace);

  /**
   * What exists first, then each change, on any thread. A kind that is defined later is watched
   * from then on.
   */
  Watch watch(Resource resource, Consumer<Event> events);

  ObjectNode create(Resource resource, ObjectNode object);

  /** Replaces all but the status; {@code object} carries the resourceVersion it is based on. */
  ObjectNode update(Resource resource, ObjectNode object);

  /** Replaces the status alone. */
  ObjectNode updateStatus(Resource resource, ObjectNode object);

  /** No error when it is gone already. */
  void delete(Resource resource, Key key);
}
