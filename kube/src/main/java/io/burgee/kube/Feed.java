package io.burgee.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One list and watch: the informer behind a {@link Cache} while its kind is served. */
final class Feed<T extends HasMetadata> implements AutoCloseable {
  private static final String NAMESPACE_INDEX =
      io.fabric8.kubernetes.client.informers.cache.Cache.NAMESPACE_INDEX;

  private final SharedIndexInformer<T> informer;
  private final SlimStore<T> store;
  private volatile boolean filled;
  private volatile @Nullable String lastError;

  Feed(
      KubernetesClient client,
      Kind<T> kind,
      Optional<String> namespace,
      Map<String, Function<T, List<String>>> indexes,
      Overlay<T> overlay,
      ResourceEventHandler<T> handler) {
    store = new SlimStore<>(overlay);
    informer = select(client, kind, namespace).runnableInformer(0);
    informer.itemStore(store);
    informer.addIndexers(indexes);
    informer.addEventHandler(handler);
    informer.exceptionHandler(
        (started, failure) -> {
          lastError = failure.getMessage();
          return true; // always tried again, with the informer's back-off
        });
  }

  void start(Runnable whenFilled) {
    var ignored =
        informer
            .start()
            .thenRun(
                () -> {
                  filled = true;
                  whenFilled.run();
                });
  }

  boolean isFilled() {
    return filled;
  }

  /** Why it is not filled, as far as known. */
  String lastError() {
    var error = lastError;
    return error == null ? "no answer yet" : error;
  }

  @Nullable T get(NamespacedName name) {
    return store.get(name.toString());
  }

  List<T> list(String namespace) {
    return informer.getIndexer().byIndex(NAMESPACE_INDEX, namespace);
  }

  List<T> list() {
    return new ArrayList<>(store.items.values());
  }

  List<T> byIndex(String index, String value) {
    return informer.getIndexer().byIndex(index, value);
  }

  void addIndex(String name, Function<T, List<String>> values) {
    informer.addIndexers(Map.of(name, values));
  }

  /** The version up to which everything is in the store. */
  @Nullable String synced() {
    return informer.lastSyncResourceVersion();
  }

  @Override
  public void close() {
    informer.close();
  }

  private static <T extends HasMetadata> FilterWatchListDeletable<T, ?, ?> select(
      KubernetesClient client, Kind<T> kind, Optional<String> namespace) {
    var all = kind.operation(client);
    FilterWatchListDeletable<T, ?, ?> selected =
        kind.namespaced() && namespace.isPresent()
            ? all.inNamespace(namespace.get())
            : all.inAnyNamespace();
    if (!kind.labelSelector().isEmpty()) {
      selected = selected.withLabelSelector(kind.labelSelector());
    }
    for (var term :
        kind.fieldSelector().isEmpty() ? new String[0] : kind.fieldSelector().split(",", -1)) {
      var not = term.contains("!=");
      var sides = term.split(not ? "!=" : "=", 2);
      selected =
          not ? selected.withoutField(sides[0], sides[1]) : selected.withField(sides[0], sides[1]);
    }
    return selected;
  }

  /** Slims on the way in, so that nothing downstream ever holds what was taken off. */
  private static final class SlimStore<T extends HasMetadata> implements ItemStore<T> {
    private final Map<String, T> items = new ConcurrentHashMap<>();
    private final Overlay<T> overlay;

    SlimStore(Overlay<T> overlay) {
      this.overlay = overlay;
    }

    @Override
    public String getKey(T object) {
      return NamespacedName.of(object).toString();
    }

    @Override
    public @Nullable T put(String key, T object) {
      Slimming.slim(object);
      overlay.seen(object.getMetadata().getResourceVersion());
      return items.put(key, object);
    }

    @Override
    public @Nullable T remove(String key) {
      return items.remove(key);
    }

    @Override
    public Stream<String> keySet() {
      return items.keySet().stream();
    }

    @Override
    public Stream<T> values() {
      return items.values().stream();
    }

    @Override
    public int size() {
      return items.size();
    }

    @Override
    public @Nullable T get(String key) {
      return items.get(key);
    }
  }
}
