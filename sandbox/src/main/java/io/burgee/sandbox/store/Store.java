package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.patch.PatchRefused;
import io.burgee.sandbox.patch.ServerSideApply;
import io.burgee.sandbox.schema.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a cluster, with the API server's rules: what HTTP clients do through the server,
 * code in the same process does here. Objects that it hands out are shared and must not be modified
 * (copy them first); objects that it is given are copied. Refusals are {@link ApiFailure}s.
 */
public final class Store implements AutoCloseable {
  private static final int HISTORY = 4096;

  private final Storage storage;
  private final Types types = new Types();
  private final Drafts drafts;
  private final Deletions deletions;
  private final Housekeeper housekeeper;

  public Store(Clock clock) {
    this(clock, HISTORY);
  }

  /**
   * Without any object.
   *
   * @param history how many changes of each type a reader may go back by
   */
  public Store(Clock clock, int history) {
    this.storage = new Storage(history);
    this.drafts = new Drafts(types, clock, new Builtins());
    this.deletions = new Deletions(storage, drafts);
    storage.onCommit(this::define);
    this.housekeeper = new Housekeeper(this, storage);
  }

  /** The types that are served. */
  public Types types() {
    return types;
  }

  /** The revision of the latest change of any type. */
  public long revision() {
    return storage.revision();
  }

  public Optional<ObjectNode> get(ResourceType type, ResourceKey key) {
    return Optional.ofNullable(storage.get(type, key));
  }

  /** As {@link #get}, refusing with 404. */
  public ObjectNode require(ResourceType type, ResourceKey key) {
    return get(type, key).orElseThrow(() -> ApiFailure.notFound(type, key.name()));
  }

  /** The objects in {@code namespace}, or in all when it is empty. */
  public Listing list(ResourceType type, String namespace) {
    return storage.list(type, namespace);
  }

  /** As {@link #list} as of an earlier revision; 410 when that is no longer known. */
  public Listing listAt(ResourceType type, String namespace, long revision) {
    return storage.listAt(type, namespace, revision);
  }

  /** The changes after {@code revision}; 410 when they are no longer all known. */
  public Watch watchSince(ResourceType type, String namespace, long revision) {
    return storage.watchSince(type, namespace, revision);
  }

  /** The objects now, as {@link Watch#initial}, and every change after. */
  public Watch watchAll(ResourceType type, String namespace) {
    return storage.watchAll(type, namespace);
  }

  /**
   * Tells {@code listener} of each object there is as ADDED, then of every change, in order, on a
   * virtual thread of its own, until closed. A listener that falls far behind may miss intermediate
   * states, never the last one.
   */
  public AutoCloseable subscribe(ResourceType type, String namespace, Consumer<Change> listener) {
    return new Subscription(() -> watchAll(type, namespace), type, listener);
  }

  /** Creates {@code object} and returns it as stored; the namespace is the object's own. */
  public ObjectNode create(ResourceType type, ObjectNode object, WriteOptions options) {
    return create(type, object, options, false);
  }

  /**
   * Replaces an object. When {@code object} names a resourceVersion or uid, they must be the stored
   * object's (409).
   */
  public ObjectNode update(
      ResourceType type, ObjectNode object, Subresource subresource, WriteOptions options) {
    var key = type.key(Meta.namespace(object), Meta.name(object));
    return edit(type, key, subresource, options, stored -> object);
  }

  /**
   * Replaces an object by what {@code change} makes of it. {@code change} gets a copy, which it may
   * modify and return; it is called again when another write came in between.
   */
  public ObjectNode edit(
      ResourceType type,
      ResourceKey key,
      Subresource subresource,
      WriteOptions options,
      UnaryOperator<ObjectNode> change) {
    while (true) {
      var existing = require(type, key);
      var wanted = change.apply(existing.deepCopy());
      var written = replace(type, key, existing, wanted, subresource, options, false);
      if (written != null) {
        return written;
      }
    }
  }

  /** Server-side apply. Creates the object if need be. */
  public ObjectNode apply(
      ResourceType type,
      ResourceKey key,
      ObjectNode intent,
      boolean force,
      Subresource subresource,
      WriteOptions options) {
    var writer = drafts.writer(type, subresource, options);
    while (true) {
      var existing = storage.get(type, key);
      if (existing == null && subresource != Subresource.NONE) {
        throw ApiFailure.notFound(type, key.name());
      }
      try {
        var merged = ServerSideApply.apply(existing, intent, writer, force, drafts.now());
        var written =
            existing == null
                ? create(type, merged, options, true)
                : replace(type, key, existing, merged, subresource, options, true);
        if (written != null) {
          return written;
        }
      } catch (PatchRefused refused) {
        throw failure(type, key.name(), refused);
      }
    }
  }

  /**
   * Deletes an object. The answer is the object as it still is when finalizers hold it, and empty
   * when it is gone.
   */
  public Optional<ObjectNode> delete(ResourceType type, ResourceKey key, DeleteOptions options) {
    return deletions.delete(type, key, options);
  }

  @Override
  public void close() {
    housekeeper.close();
    storage.close();
  }

  /** A refused patch as the answer to its request. */
  public static ApiFailure failure(ResourceType type, String name, PatchRefused refused) {
    var causes =
        refused.causes().stream()
            .map(cause -> new Problem(cause.reason(), cause.field(), cause.message()))
            .toList();
    var details = new ApiFailure.Details(type.group(), type.plural(), name, causes);
    return new ApiFailure(refused.code(), refused.reason(), message(refused), details);
  }

  private static String message(PatchRefused refused) {
    var message = refused.getMessage();
    return message == null ? refused.reason() : message;
  }

  private ObjectNode create(
      ResourceType type, ObjectNode object, WriteOptions options, boolean owned) {
    var generated = Meta.name(object).isEmpty() && !Meta.text(object, "generateName").isEmpty();
    for (var attempt = 0; ; attempt++) {
      var wanted = generated ? named(object) : object;
      var key = type.key(Meta.namespace(wanted), Meta.name(wanted));
      requireNamespace(type, key);
      var draft = drafts.created(type, wanted, options, owned);
      if (options.dryRun() && storage.get(type, key) == null) {
        return draft;
      }
      if (!options.dryRun()
          && storage.insert(type, key, draft, () -> requireNamespace(type, key))) {
        return draft;
      }
      if (!generated || attempt == 8) {
        throw ApiFailure.alreadyExists(type, key.name());
      }
    }
  }

  private static ObjectNode named(ObjectNode object) {
    var copy = object.deepCopy();
    Meta.of(copy).put("name", Names.generated(Meta.text(object, "generateName")));
    return copy;
  }

  private void requireNamespace(ResourceType type, ResourceKey key) {
    if (!type.namespaced()) {
      return;
    }
    var namespace = require(Kinds.NAMESPACES, new ResourceKey("", key.namespace()));
    if (Meta.beingDeleted(namespace)) {
      throw Deletions.namespaceTerminating(type, key);
    }
  }

  /** Null when {@code existing} is no longer what is stored. */
  private @Nullable ObjectNode replace(
      ResourceType type,
      ResourceKey key,
      ObjectNode existing,
      ObjectNode wanted,
      Subresource subresource,
      WriteOptions options,
      boolean owned) {
    var draft = drafts.updated(type, existing, wanted, subresource, options, owned);
    if (draft.equals(existing)) {
      return existing;
    }
    if (options.dryRun()) {
      return draft;
    }
    if (Deletions.complete(draft)) {
      return deletions.remove(type, key, existing, draft) ? draft : null;
    }
    return storage.replace(type, key, existing, draft) ? draft : null;
  }

  /** Keeps the served types in step with their definitions. */
  private void define(Change change) {
    if (change.type().resource().equals(Kinds.DEFINITIONS.resource())) {
      var resource = Definitions.resource(change.object());
      if (change.kind() == Change.Kind.DELETED) {
        types.remove(resource);
        storage.drop(resource);
      } else {
        types.define(resource, Definitions.versions(change.object()));
      }
    }
  }
}
