package io.burgee.kube;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One {@link Cache} per kind, for all reconcilers of this process. */
public final class Caches implements AutoCloseable {
  /** Helm keeps whole releases in Secrets: the server leaves them out. */
  public static final Kind<Secret> SECRETS =
      Kind.of(Secret.class).withFields("type!=helm.sh/release.v1");

  public static final Kind<ConfigMap> CONFIG_MAPS = Kind.of(ConfigMap.class);

  private final KubernetesClient client;
  private final Optional<String> namespace;
  private final Map<String, Cache<?>> caches = new ConcurrentHashMap<>();
  private final List<Consumer<Kind<?>>> servedListeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private final ServedKinds served;
  private boolean started;

  /**
   * Lists and watches nothing before {@link #start}.
   *
   * @param namespace limits namespaced kinds to one namespace; empty for all
   */
  public Caches(KubernetesClient client, Optional<String> namespace) {
    this.client = client;
    this.namespace = namespace;
    this.served = new ServedKinds(client, this::refreshServed);
  }

  /**
   * The cache of a kind, made on first use; after {@link #start} it begins to fill at once.
   *
   * @throws IllegalArgumentException when the same kind is asked for with another selection
   */
  public <T extends HasMetadata> Cache<T> of(Kind<T> kind) {
    var found = caches.get(kind.id());
    if (found == null) {
      found = register(kind);
    }
    if (!found.kind().equals(kind)) {
      throw new IllegalArgumentException(
          "one cache per kind: " + found.kind() + " is there, wanted " + kind);
    }
    @SuppressWarnings("unchecked") // equal kinds have equal types
    var cache = (Cache<T>) found;
    return cache;
  }

  /** The cache that holds objects like this one, if that kind is cached. */
  @SuppressWarnings("unchecked") // the kind's id and class are the object's
  <T extends HasMetadata> Optional<Cache<T>> holding(T object) {
    return Optional.ofNullable((Cache<T>) caches.get(Kind.id(object)))
        .filter(c -> c.kind().type().isInstance(object));
  }

  /** Calls back when a kind begins or ceases to be served, with that kind. */
  public Caches onServedChange(Consumer<Kind<?>> listener) {
    servedListeners.add(listener);
    return this;
  }

  /**
   * Starts to list and watch, and waits until every cache can be read.
   *
   * @throws Transient naming the kinds that can't be read in time, and why; the caches go on
   *     trying, so this may be called again
   */
  public void start(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      if (!started) {
        started = true;
        begin();
      }
      var left = atMost.toNanos();
      while (!pending().isEmpty()) {
        if (left <= 0) {
          throw new Transient("not readable yet: " + String.join(", ", pending()));
        }
        left = progress.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether the cluster has a CRD with this API version, such as {@code
   * networking.istio.io/v1beta1}.
   *
   * @throws Transient while that is not known
   */
  public boolean serves(String apiVersion) {
    served.start();
    return served.serves(apiVersion);
  }

  /** The kinds that can't be read yet, and why; empty when all is well. */
  public List<String> pending() {
    return caches.values().stream().filter(c -> !c.isReady()).map(Cache::pending).toList();
  }

  /** How many objects each filled cache holds, by kind. */
  public Map<String, Integer> sizes() {
    var sizes = new TreeMap<String, Integer>();
    caches.values().stream()
        .filter(Cache::isReady)
        .forEach(cache -> sizes.put(cache.kind().name(), cache.list().size()));
    return sizes;
  }

  @Override
  public void close() {
    served.close();
    caches.values().forEach(Cache::close);
  }

  private <T extends HasMetadata> Cache<?> register(Kind<T> kind) {
    lock.lock();
    try {
      return caches.computeIfAbsent(
          kind.id(),
          id -> {
            var cache = new Cache<>(kind);
            if (started) {
              open(cache);
            }
            return cache;
          });
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    if (caches.values().stream().anyMatch(c -> c.kind().optional())) {
      served.start();
    }
    caches.values().forEach(this::open);
  }

  private void open(Cache<?> cache) {
    if (!cache.kind().optional()) {
      cache.open(client, namespace, this::signal);
      return;
    }
    served.start();
    applyServed(cache, served.serves(cache.kind()));
  }

  private void refreshServed() {
    lock.lock();
    try {
      caches.values().stream()
          .filter(c -> c.kind().optional())
          .forEach(c -> applyServed(c, served.serves(c.kind())));
    } finally {
      lock.unlock();
    }
  }

  /**
   * @param serves null while that is not known
   */
  private void applyServed(Cache<?> cache, @Nullable Boolean serves) {
    if (serves == null) {
      return;
    }
    var before = cache.isServed();
    if (serves) {
      cache.open(client, namespace, this::signal);
    } else {
      cache.close();
    }
    signal();
    if (before != serves) {
      servedListeners.forEach(l -> l.accept(cache.kind()));
    }
  }

  private void signal() {
    lock.lock();
    try {
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
