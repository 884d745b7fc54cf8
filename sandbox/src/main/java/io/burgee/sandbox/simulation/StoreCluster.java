package io.burgee.sandbox.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.LostRace;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.DeleteOptions;
import io.burgee.sandbox.store.ResourceKey;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import io.burgee.sandbox.store.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The embedded API server's objects, without a detour over HTTP. */
public final class StoreCluster implements Cluster {
  private static final WriteOptions OPTIONS = WriteOptions.by("kube-controller-manager");

  /** Forbidden is what a namespace that is being deleted answers. */
  private static final Set<Integer> LOST_RACES = Set.of(403, 404, 409);

  private final Store store;

  public StoreCluster(Store store) {
    this.store = store;
  }

  @Override
  public Optional<ObjectNode> get(Resource resource, Key key) {
    return type(resource).flatMap(type -> store.get(type, key(type, key)));
  }

  @Override
  public List<ObjectNode> list(Resource resource, String namespace) {
    return type(resource).map(type -> store.list(type, namespace).objects()).orElse(List.of());
  }

  @Override
  public Watch watch(Resource resource, Consumer<Event> events) {
    Consumer<Change> tell =
        change -> events.accept(new Event(change.kind() == Change.Kind.DELETED, change.object()));
    return new LateWatch(store, () -> type(resource), tell);
  }

  @Override
  public ObjectNode create(Resource resource, ObjectNode object) {
    return write(() -> store.create(known(resource), object, OPTIONS));
  }

  @Override
  public ObjectNode update(Resource resource, ObjectNode object) {
    return write(() -> store.update(known(resource), object, Subresource.NONE, OPTIONS));
  }

  @Override
  public ObjectNode updateStatus(Resource resource, ObjectNode object) {
    return write(() -> store.update(known(resource), object, Subresource.STATUS, OPTIONS));
  }

  @Override
  public void delete(Resource resource, Key key) {
    try {
      var type = known(resource);
      store.delete(type, key(type, key), DeleteOptions.BACKGROUND);
    } catch (ApiFailure e) {
      if (e.code() != 404) {
        throw e;
      }
    }
  }

  private static ObjectNode write(Supplier<ObjectNode> write) {
    try {
      return write.get();
    } catch (ApiFailure e) {
      if (LOST_RACES.contains(e.code())) {
        throw new LostRace(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private Optional<ResourceType> type(Resource resource) {
    return store.types().find(resource.group(), resource.version(), resource.plural());
  }

  private ResourceType known(Resource resource) {
    return type(resource).orElseThrow(() -> new LostRace(resource.plural() + " are not defined"));
  }

  private static ResourceKey key(ResourceType type, Key key) {
    return type.key(key.namespace(), key.name());
  }
}
