package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.DeleteOptions.Propagation;
import io.burgee.sandbox.store.Ownership.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Follows owner references: deletes dependents with their last owner, or sets them free. */
final class GarbageCollector {
  private static final WriteOptions WRITER = WriteOptions.by("kube-controller-manager");

  private final Store store;
  private final Ownership ownership;

  GarbageCollector(Store store, Ownership ownership) {
    this.store = store;
    this.ownership = ownership;
  }

  /** After {@code gone} was removed. */
  void removed(ObjectNode gone) {
    ownership.dependents(Meta.uid(gone)).forEach(this::collect);
    for (var owner : Meta.owners(gone)) {
      ownership.place(Ownership.uid(owner)).ifPresent(this::finishForeground);
    }
  }

  /** After the object at {@code place} was added, marked as being deleted, or got other owners. */
  void changed(Place place) {
    collect(place);
    var object = store.get(place.type(), place.key());
    if (object.filter(Meta::beingDeleted).isEmpty()) {
      return;
    }
    var finalizers = Meta.finalizers(object.get());
    if (finalizers.contains(Deletions.FOREGROUND)) {
      var options = new DeleteOptions(Propagation.FOREGROUND, "", "", false);
      for (var dependent : ownership.dependents(Meta.uid(object.get()))) {
        if (blocks(dependent, Meta.uid(object.get()))) {
          delete(dependent, options);
        } else {
          collect(dependent);
        }
      }
      finishForeground(place);
    }
    if (finalizers.contains(Deletions.ORPHAN)) {
      var uid = Meta.uid(object.get());
      ownership.dependents(uid).forEach(each -> release(each, ref -> refersTo(ref, uid)));
      dropFinalizer(place, Deletions.ORPHAN);
    }
  }

  void dropFinalizer(Place place, String finalizer) {
    edit(
        place,
        Subresource.NONE,
        object -> {
          var rest = new ArrayList<>(Meta.finalizers(object));
          rest.remove(finalizer);
          Meta.setFinalizers(object, rest);
        });
  }

  /** Lets a namespace go that is empty. */
  void finalizeNamespace(String name) {
    edit(
        new Place(Kinds.NAMESPACES, new ResourceKey("", name)),
        Subresource.FINALIZE,
        object -> object.withObject("/spec").remove("finalizers"));
  }

  private void edit(Place place, Subresource subresource, Consumer<ObjectNode> change) {
    ignoreGone(
        () ->
            store.edit(
                place.type(),
                place.key(),
                subresource,
                WRITER,
                object -> {
                  change.accept(object);
                  return object;
                }));
  }

  void delete(Place place, DeleteOptions options) {
    ignoreGone(() -> store.delete(place.type(), place.key(), options));
  }

  private void collect(Place place) {
    var found = store.get(place.type(), place.key());
    if (found.isEmpty() || Meta.beingDeleted(found.get())) {
      return;
    }
    var owners = Meta.owners(found.get());
    var dangling = owners.stream().filter(owner -> !alive(owner)).toList();
    if (dangling.isEmpty()) {
      return;
    }
    if (dangling.size() == owners.size()) {
      delete(place, new DeleteOptions(Propagation.BACKGROUND, Meta.uid(found.get()), "", false));
    } else {
      release(place, dangling::contains);
    }
  }

  /** An owner counts until it is gone, or is being deleted together with its dependents. */
  private boolean alive(JsonNode owner) {
    return ownership
        .place(Ownership.uid(owner))
        .flatMap(place -> store.get(place.type(), place.key()))
        .filter(found -> !Meta.finalizers(found).contains(Deletions.FOREGROUND))
        .isPresent();
  }

  private void release(Place place, Predicate<JsonNode> dropped) {
    edit(
        place,
        Subresource.NONE,
        object -> {
          List<JsonNode> kept =
              Meta.owners(object).stream().filter(owner -> !dropped.test(owner)).toList();
          if (kept.isEmpty()) {
            Meta.of(object).remove("ownerReferences");
          } else {
            Meta.of(object).putArray("ownerReferences").addAll(kept);
          }
        });
  }

  private void finishForeground(Place place) {
    store
        .get(place.type(), place.key())
        .filter(object -> Meta.finalizers(object).contains(Deletions.FOREGROUND))
        .filter(
            object ->
                ownership.dependents(Meta.uid(object)).stream()
                    .noneMatch(dependent -> blocks(dependent, Meta.uid(object))))
        .ifPresent(object -> dropFinalizer(place, Deletions.FOREGROUND));
  }

  private boolean blocks(Place dependent, String owner) {
    return store.get(dependent.type(), dependent.key()).stream()
        .flatMap(object -> Meta.owners(object).stream())
        .anyMatch(ref -> refersTo(ref, owner) && ref.path("blockOwnerDeletion").asBoolean());
  }

  private static boolean refersTo(JsonNode ownerReference, String uid) {
    return Ownership.uid(ownerReference).equals(uid);
  }

  /** What is gone already needs no cleaning; a new object of the name isn't ours to touch. */
  private static void ignoreGone(Runnable action) {
    try {
      action.run();
    } catch (ApiFailure failure) {
      if (failure.code() != 404 && failure.code() != 409) {
        throw failure;
      }
    }
  }
}
