package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Deletes objects, or marks them as being deleted when something holds them. */
final class Deletions {
  static final String FOREGROUND = "foregroundDeletion";
  static final String ORPHAN = "orphan";

  private final Storage storage;
  private final Drafts drafts;

  Deletions(Storage storage, Drafts drafts) {
    this.storage = storage;
    this.drafts = drafts;
  }

  /** Whether nothing holds an object that is being deleted. */
  static boolean complete(ObjectNode object) {
    return Meta.beingDeleted(object)
        && Meta.finalizers(object).isEmpty()
        && object.path("spec").path("finalizers").isEmpty();
  }

  static ApiFailure namespaceTerminating(ResourceType type, ResourceKey key) {
    var why =
        "unable to create new content in namespace %s because it is being terminated"
            .formatted(key.namespace());
    var cause =
        new Problem(
            "NamespaceTerminating",
            "metadata.namespace",
            "namespace %s is being terminated".formatted(key.namespace()));
    return ApiFailure.forbidden(type, key.name(), why, List.of(cause));
  }

  Optional<ObjectNode> delete(ResourceType type, ResourceKey key, DeleteOptions options) {
    while (true) {
      var existing = storage.get(type, key);
      if (existing == null) {
        throw ApiFailure.notFound(type, key.name());
      }
      requirePreconditions(type, existing, options);
      var draft = marked(type, existing, options);
      if (options.dryRun() || draft.equals(existing)) {
        return complete(draft) ? Optional.empty() : Optional.of(draft);
      }
      if (complete(draft)) {
        if (remove(type, key, existing, existing)) {
          return Optional.empty();
        }
      } else if (storage.replace(type, key, existing, draft)) {
        return Optional.of(draft);
      }
    }
  }

  /** Removes {@code expected}; false when that isn't what is stored. */
  boolean remove(ResourceType type, ResourceKey key, ObjectNode expected, ObjectNode last) {
    var gone = last.objectNode();
    gone.setAll(last);
    gone.set("metadata", last.path("metadata").deepCopy());
    return storage.remove(type, key, expected, gone);
  }

  private ObjectNode marked(ResourceType type, ObjectNode existing, DeleteOptions options) {
    var draft = existing.deepCopy();
    var finalizers = new LinkedHashSet<>(Meta.finalizers(existing));
    switch (options.propagation()) {
      case BACKGROUND -> {}
      case FOREGROUND -> {
        finalizers.remove(ORPHAN);
        finalizers.add(FOREGROUND);
      }
      case ORPHAN -> {
        finalizers.remove(FOREGROUND);
        finalizers.add(ORPHAN);
      }
    }
    if (type.equals(Kinds.DEFINITIONS) && !Meta.beingDeleted(existing)) {
      finalizers.add(Definitions.CLEANUP);
    }
    Meta.setFinalizers(draft, List.copyOf(finalizers));
    if (!Meta.beingDeleted(existing)) {
      var metadata = Meta.of(draft);
      metadata.put("deletionTimestamp", drafts.now().toString());
      metadata.put("deletionGracePeriodSeconds", 0);
      var generation = metadata.path("generation").asInt();
      if (generation > 0) {
        metadata.put("generation", generation + 1);
      }
      if (type.equals(Kinds.NAMESPACES)) {
        draft.withObject("/status").put("phase", "Terminating");
      }
    }
    return draft;
  }

  private static void requirePreconditions(
      ResourceType type, ObjectNode existing, DeleteOptions options) {
    requireEqual(type, existing, "UID", options.uid(), Meta.uid(existing));
    requireEqual(
        type, existing, "ResourceVersion", options.resourceVersion(), Meta.revision(existing));
  }

  private static void requireEqual(
      ResourceType type, ObjectNode existing, String what, String wanted, String actual) {
    if (!wanted.isEmpty() && !wanted.equals(actual)) {
      throw ApiFailure.conflict(
          type,
          Meta.name(existing),
          "Precondition failed: %s in precondition: %s, %s in object meta: %s"
              .formatted(what, wanted, what, actual));
    }
  }
}
