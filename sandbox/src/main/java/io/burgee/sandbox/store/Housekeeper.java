package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Ownership.Place;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What follows from a commit and isn't part of it: collecting dependents, emptying namespaces and
 * types that are being deleted. One virtual thread, driven by the commits.
 */
final class Housekeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Housekeeper.class.getName());

  private final LinkedBlockingQueue<Change> queue = new LinkedBlockingQueue<>();
  private final Ownership ownership = new Ownership();
  private final Store store;
  private final GarbageCollector collector;
  private final Thread thread;

  Housekeeper(Store store, Storage storage) {
    this.store = store;
    this.collector = new GarbageCollector(store, ownership);
    storage.onCommit(
        change -> {
          ownership.follow(change);
          if (matters(change)) {
            queue.add(change);
          }
        });
    this.thread = Thread.ofVirtual().name("housekeeper").start(this::run);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private boolean matters(Change change) {
    var previous = change.previous();
    return switch (change.kind()) {
      case ADDED -> !Meta.owners(change.object()).isEmpty();
      case MODIFIED ->
          Meta.beingDeleted(change.object())
              || (previous != null && !Meta.owners(change.object()).equals(Meta.owners(previous)));
      case DELETED -> true;
    };
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        handle(queue.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "housekeeping failed", e);
      }
    }
  }

  private void handle(Change change) {
    var place = new Place(change.type(), change.key());
    if (change.kind() == Change.Kind.DELETED) {
      collector.removed(change.object());
      emptied(change);
      return;
    }
    collector.changed(place);
    if (Meta.beingDeleted(change.object())) {
      if (change.type().equals(Kinds.NAMESPACES)) {
        emptyNamespace(change.key().name());
      } else if (change.type().equals(Kinds.DEFINITIONS)) {
        emptyType(change.key());
      }
    }
  }

  /** The removal of the last object may be what a namespace or definition waits for. */
  private void emptied(Change change) {
    if (!change.key().namespace().isEmpty()) {
      store
          .get(Kinds.NAMESPACES, new ResourceKey("", change.key().namespace()))
          .filter(Meta::beingDeleted)
          .ifPresent(namespace -> finishNamespace(Meta.name(namespace)));
    }
    var definition = new ResourceKey("", change.type().resource().toString());
    store
        .get(Kinds.DEFINITIONS, definition)
        .filter(Meta::beingDeleted)
        .ifPresent(found -> finishType(definition));
  }

  private void emptyNamespace(String namespace) {
    for (var type : contained()) {
      deleteAll(type, store.list(type, namespace));
    }
    finishNamespace(namespace);
  }

  private void finishNamespace(String namespace) {
    if (contained().stream().allMatch(type -> store.list(type, namespace).objects().isEmpty())) {
      collector.finalizeNamespace(namespace);
    }
  }

  private void emptyType(ResourceKey definition) {
    typesOf(definition).forEach(type -> deleteAll(type, store.list(type, "")));
    finishType(definition);
  }

  private void finishType(ResourceKey definition) {
    if (typesOf(definition).stream().allMatch(type -> store.list(type, "").objects().isEmpty())) {
      collector.dropFinalizer(new Place(Kinds.DEFINITIONS, definition), Definitions.CLEANUP);
    }
  }

  private List<ResourceType> contained() {
    return store.types().all().stream().filter(ResourceType::namespaced).toList();
  }

  private List<ResourceType> typesOf(ResourceKey definition) {
    return store.types().all().stream()
        .filter(type -> type.resource().toString().equals(definition.name()))
        .toList();
  }

  private void deleteAll(ResourceType type, Listing listing) {
    for (ObjectNode object : listing.objects()) {
      collector.delete(
          new Place(type, type.key(Meta.namespace(object), Meta.name(object))),
          DeleteOptions.BACKGROUND);
    }
  }
}
