package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Feeds a listener in the same process, starting anew by itself when it was too slow. */
final class Subscription implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Subscription.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Supplier<Watch> source;
  private final ResourceType type;
  private final Consumer<Change> listener;
  private final Map<ResourceKey, ObjectNode> known = new HashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  Subscription(Supplier<Watch> source, ResourceType type, Consumer<Change> listener) {
    this.source = source;
    this.type = type;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("subscription-" + type.plural()).start(this::run);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    while (!closed) {
      try (var watch = source.get()) {
        resync(watch.initial());
        while (!closed && !watch.ended()) {
          var change = watch.poll(PATIENCE);
          if (change != null) {
            tell(change);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void resync(Listing listing) {
    var gone = new HashMap<>(known);
    for (var object : listing.objects()) {
      var key = type.key(Meta.namespace(object), Meta.name(object));
      var before = gone.remove(key);
      if (before == null || !Meta.revision(before).equals(Meta.revision(object))) {
        var kind = before == null ? Change.Kind.ADDED : Change.Kind.MODIFIED;
        tell(new Change(kind, type, key, object, before, listing.revision()));
      }
    }
    gone.forEach(
        (key, last) ->
            tell(new Change(Change.Kind.DELETED, type, key, last, last, listing.revision())));
  }

  private void tell(Change change) {
    if (change.kind() == Change.Kind.DELETED) {
      known.remove(change.key());
    } else {
      known.put(change.key(), change.object());
    }
    try {
      listener.accept(change);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "listener of " + type.resource() + " failed", e);
    }
  }
}
