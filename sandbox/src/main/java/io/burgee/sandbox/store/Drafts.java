package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.patch.FieldWriter;
import io.burgee.sandbox.patch.ManagedFields;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.store.ResourceType.Trait;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a client sent into the object that will be stored, or refuses it. */
final class Drafts {
  private final Types types;
  private final Clock clock;
  private final Builtins builtins;

  Drafts(Types types, Clock clock, Builtins builtins) {
    this.types = types;
    this.clock = clock;
    this.builtins = builtins;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * A new object. {@code owned} says that its managed fields are settled, as an apply does it
   * itself.
   */
  ObjectNode created(ResourceType type, ObjectNode wanted, WriteOptions options, boolean owned) {
    var served = types.served(type);
    var object = Meta.copy(wanted);
    decode(served, object, options);
    var metadata = Meta.of(object);
    metadata.remove(
        List.of("deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion", "selfLink"));
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", now().toString());
    setGeneration(metadata, type.has(Trait.GENERATION) ? 1 : 0);
    if (type.has(Trait.STATUS) && !type.equals(Kinds.NODES)) {
      object.remove("status");
    }
    builtins.onCreate(type, object);
    served.rules().fillDefaults(object);
    if (type.equals(Kinds.DEFINITIONS)) {
      Definitions.fillNames(object);
      Definitions.establish(object, now().toString());
    }
    check(served, object, null);
    if (!owned) {
      ManagedFields.afterUpdate(null, object, writer(type, Subresource.NONE, options), now());
    }
    return stored(type, object);
  }

  /** What {@code existing} becomes; equal to it when nothing changes. */
  ObjectNode updated(
      ResourceType type,
      ObjectNode existing,
      ObjectNode wanted,
      Subresource subresource,
      WriteOptions options,
      boolean owned) {
    var served = types.served(type);
    var sent = Meta.copy(wanted);
    requireSame(type, existing, sent);
    decode(served, sent, options);
    var object =
        switch (subresource) {
          case STATUS -> withPart(existing, sent, "status");
          case FINALIZE -> withPart(existing, sent, "spec");
          case NONE, SCALE -> sent;
        };
    if (subresource == Subresource.NONE || subresource == Subresource.SCALE) {
      keepMetadata(existing, object);
      if (type.has(Trait.STATUS)) {
        Meta.setOrRemove(object, "status", existing.path("status"));
      }
      builtins.onUpdate(type, existing, object);
    }
    served.rules().fillDefaults(object);
    if (type.equals(Kinds.DEFINITIONS)) {
      Definitions.fillNames(object);
      Definitions.establish(object, now().toString());
    }
    requireNoNewFinalizers(type, existing, object);
    check(served, object, existing);
    var generation = existing.path("metadata").path("generation").asLong();
    if (generation > 0 && specChanged(type, existing, object)) {
      setGeneration(Meta.of(object), generation + 1);
    }
    if (!owned) {
      ManagedFields.afterUpdate(existing, object, writer(type, subresource, options), now());
    }
    return stored(type, object);
  }

  FieldWriter writer(ResourceType type, Subresource subresource, WriteOptions options) {
    return new FieldWriter(
        options.manager(),
        type.apiVersion(),
        subresource.path(),
        types.served(type).rules().shape(),
        type.has(Trait.STATUS),
        type.has(Trait.CUSTOM));
  }

  private static void decode(Types.Served served, ObjectNode object, WriteOptions options) {
    var type = served.type();
    object.put("apiVersion", type.apiVersion());
    object.put("kind", type.kind());
    served.rules().decodingError(object).ifPresent(why -> refuse(type, why));
    var unknown =
        served.rules().prune(object).stream().map(path -> "unknown field \"" + path + "\"");
    switch (options.unknownFields()) {
      case IGNORE -> {}
      case WARN -> unknown.forEach(options.warnings());
      case STRICT -> {
        var all = unknown.toList();
        if (!all.isEmpty()) {
          refuse(type, "strict decoding error: " + String.join(", ", all));
        }
      }
    }
  }

  private static void refuse(ResourceType type, String why) {
    throw ApiFailure.badRequest(
        "%s in version \"%s\" cannot be handled as a %s: %s"
            .formatted(type.kind(), type.version(), type.kind(), why));
  }

  private static void requireSame(ResourceType type, ObjectNode existing, ObjectNode sent) {
    var uid = Meta.uid(sent);
    if (!uid.isEmpty() && !uid.equals(Meta.uid(existing))) {
      throw ApiFailure.conflict(
          type,
          Meta.name(existing),
          "Precondition failed: UID in precondition: %s, UID in object meta: %s"
              .formatted(uid, Meta.uid(existing)));
    }
    var revision = Meta.revision(sent);
    if (!revision.isEmpty() && !revision.equals("0") && !revision.equals(Meta.revision(existing))) {
      throw ApiFailure.stale(type, Meta.name(existing));
    }
  }

  private static ObjectNode withPart(ObjectNode existing, ObjectNode sent, String part) {
    var object = existing.deepCopy();
    Meta.setOrRemove(object, part, sent.path(part));
    Meta.setOrRemove(Meta.of(object), "managedFields", sent.path("metadata").path("managedFields"));
    return object;
  }

  private static void keepMetadata(ObjectNode existing, ObjectNode object) {
    var metadata = Meta.of(object);
    var before = existing.path("metadata");
    for (var field :
        List.of(
            "name",
            "generateName",
            "namespace",
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "generation",
            "deletionTimestamp",
            "deletionGracePeriodSeconds")) {
      Meta.setOrRemove(metadata, field, before.path(field));
    }
    metadata.remove("selfLink");
  }

  private static void requireNoNewFinalizers(
      ResourceType type, ObjectNode existing, ObjectNode object) {
    var added = new ArrayList<>(Meta.finalizers(object));
    added.removeAll(Meta.finalizers(existing));
    if (Meta.beingDeleted(existing) && !added.isEmpty()) {
      var message =
          "Forbidden: no new finalizers can be added if the object is being deleted, found new"
              + " finalizers []string{%s}";
      var quoted = added.stream().map(each -> '"' + each + '"').toList();
      throw ApiFailure.invalid(
          type,
          Meta.name(existing),
          List.of(
              new Problem(
                  "FieldValueForbidden",
                  "metadata.finalizers",
                  message.formatted(String.join(", ", quoted)))));
    }
  }

  private static void check(Types.Served served, ObjectNode object, @Nullable ObjectNode old) {
    var problems = new ArrayList<>(Names.check(served.type(), object));
    problems.addAll(served.rules().check(object, old));
    if (!problems.isEmpty()) {
      throw ApiFailure.invalid(served.type(), Meta.name(object), problems);
    }
  }

  private static boolean specChanged(ResourceType type, JsonNode before, JsonNode after) {
    return !withoutBookkeeping(type, before).equals(withoutBookkeeping(type, after));
  }

  private static JsonNode withoutBookkeeping(ResourceType type, JsonNode object) {
    var rest = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      var name = field.getKey();
      if (!name.equals("metadata")
          && !name.equals("apiVersion")
          && !(name.equals("status") && type.has(Trait.STATUS))) {
        rest.set(name, field.getValue());
      }
    }
    return rest;
  }

  private static void setGeneration(ObjectNode metadata, long generation) {
    if (generation == 0) {
      metadata.remove("generation");
    } else {
      metadata.put("generation", Math.toIntExact(generation));
    }
  }

  private static ObjectNode stored(ResourceType type, ObjectNode object) {
    object.put("apiVersion", type.storageApiVersion());
    return object;
  }
}
