package io.burgee.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one kind, kept up to date by one watch that all reconcilers share.
 *
 * <p>Answers are shared too: change a copy. They come without managedFields and kubectl's copy of
 * the last applied object; ConfigMaps and Secrets come without content (see {@link TrackedConfig}).
 * A read never answers with an object older than the last one given to {@link #wrote}. Reading
 * before the first list is complete throws {@link Transient}: missing and not yet known are
 * different things. A kind that is not served has no objects.
 */
public final class Cache<T extends HasMetadata> {

  /** Called after each change, one at a time, on a thread of the cache: it must not block. */
  @FunctionalInterface
  public interface Listener<T> {
    /**
     * One object came, changed or went.
     *
     * @param old null when the object is new
     * @param now null when the object is gone
     */
    void changed(@Nullable T old, @Nullable T now);
  }

  private final Kind<T> kind;
  private final Overlay<T> overlay = new Overlay<>(System::nanoTime);
  private final Map<String, Function<T, List<String>>> indexes = new ConcurrentHashMap<>();
  private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Feed<T> feed;
  private volatile boolean absent;

  Cache(Kind<T> kind) {
    this.kind = kind;
  }

  public Kind<T> kind() {
    return kind;
  }

  public Optional<T> get(String namespace, String name) {
    return get(NamespacedName.of(namespace, name));
  }

  public Optional<T> get(NamespacedName name) {
    return filled().map(f -> overlay.newest(name, f.get(name), f.synced()));
  }

  /** In no order. */
  public List<T> list() {
    return filled().map(f -> merged(f, f.list(), any -> true)).orElse(List.of());
  }

  /** In no order. */
  public List<T> list(String namespace) {
    return filled()
        .map(
            f ->
                merged(f, f.list(namespace), o -> namespace.equals(o.getMetadata().getNamespace())))
        .orElse(List.of());
  }

  /** The objects for which the index has this value, in no order. */
  public List<T> byIndex(String index, String value) {
    var values = indexes.get(index);
    if (values == null) {
      throw new IllegalArgumentException(
          kind.name() + " has no index " + index + ", only " + indexes.keySet());
    }
    return filled()
        .map(f -> merged(f, f.byIndex(index, value), o -> values.apply(o).contains(value)))
        .orElse(List.of());
  }

  /**
   * Adds an index, at any time.
   *
   * @param values pure; it is given every object
   */
  public synchronized Cache<T> index(String name, Function<T, List<String>> values) {
    indexes.put(name, values);
    var current = feed;
    if (current != null) {
      current.addIndex(name, values);
    }
    return this;
  }

  /** Adds a listener. It hears of what was already there only if added before the start. */
  public Cache<T> onChange(Listener<T> listener) {
    listeners.add(listener);
    return this;
  }

  /** Whether the cluster has this kind; false until that is known. */
  public boolean isServed() {
    return feed != null;
  }

  /** Whether reads are answered: filled, or known not to be served. */
  public boolean isReady() {
    var current = feed;
    return current == null ? absent : current.isFilled();
  }

  /**
   * Tells the cache what the server answered to a write, so that it answers with nothing older from
   * here on. The listeners hear of it from the watch.
   */
  public void wrote(T object) {
    overlay.put(Slimming.slimmed(object));
  }

  /** Why {@link #isReady} is false. */
  String pending() {
    var current = feed;
    return kind.name()
        + " ("
        + (current == null ? "not known whether it is served" : current.lastError())
        + ")";
  }

  synchronized void open(KubernetesClient client, Optional<String> namespace, Runnable whenFilled) {
    if (feed == null) {
      var opened = new Feed<>(client, kind, namespace, indexes, overlay, new Handler());
      feed = opened;
      opened.start(whenFilled);
    }
  }

  /** The kind is not served (any more). */
  synchronized void close() {
    var current = feed;
    feed = null;
    absent = true;
    overlay.clear();
    if (current != null) {
      current.close();
    }
  }

  private Optional<Feed<T>> filled() {
    var current = feed;
    if (current == null && absent && kind.optional()) {
      return Optional.empty();
    }
    if (current == null || !current.isFilled()) {
      throw new Transient("cache not filled yet: " + pending());
    }
    return Optional.of(current);
  }

  private List<T> merged(Feed<T> from, List<T> cached, Predicate<T> selected) {
    var names = overlay.names();
    if (names.isEmpty()) {
      return cached;
    }
    var untouched = cached.stream().filter(o -> !names.contains(NamespacedName.of(o)));
    var touched =
        names.stream()
            .map(n -> overlay.newest(n, from.get(n), from.synced()))
            .flatMap(Stream::ofNullable)
            .filter(selected);
    return new ArrayList<>(Stream.concat(untouched, touched).toList());
  }

  private final class Handler implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T now) {
      tell(null, now);
    }

    @Override
    public void onUpdate(T old, T now) {
      tell(old, now);
    }

    @Override
    public void onDelete(T old, boolean finalStateUnknown) {
      Slimming.slim(old); // it comes straight from the watch
      tell(old, null);
    }

    private void tell(@Nullable T old, @Nullable T now) {
      listeners.forEach(l -> l.changed(old, now));
    }
  }
}
