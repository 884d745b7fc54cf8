package io.burgee.sandbox.simulation;

import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A watch of a type that may not be defined yet: it begins when the type is there. */
final class LateWatch implements Cluster.Watch {
  private final Store store;
  private final Supplier<Optional<ResourceType>> type;
  private final Consumer<Change> listener;
  private final List<AutoCloseable> subscriptions = new ArrayList<>();
  private boolean started;
  private boolean closed;

  LateWatch(Store store, Supplier<Optional<ResourceType>> type, Consumer<Change> listener) {
    this.store = store;
    this.type = type;
    this.listener = listener;
    if (!start()) {
      add(Kinds.DEFINITIONS, definition -> start());
    }
  }

  /** Whether the watch is on now. */
  private synchronized boolean start() {
    var known = type.get();
    if (!started && known.isPresent()) {
      started = true;
      add(known.get(), listener);
    }
    return started;
  }

  private synchronized void add(ResourceType of, Consumer<Change> consumer) {
    if (!closed) {
      subscriptions.add(store.subscribe(of, "", consumer));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (var subscription : subscriptions) {
      try {
        subscription.close();
      } catch (Exception e) {
        throw new IllegalStateException("a subscription can't be closed", e);
      }
    }
  }
}
