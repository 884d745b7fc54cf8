package io.burgee.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process wrote and its informer has not seen yet. An entry answers instead of the
 * informer's object until that is as new, so its size is bounded by the writes under way.
 *
 * <p>Where resourceVersions can't be compared, an entry ends when the informer has seen exactly its
 * version, or after a minute.
 */
final class Overlay<T extends HasMetadata> {
  private static final long UNCOMPARABLE_FOR = Duration.ofMinutes(1).toNanos();
  private static final int REMEMBERED = 1024;

  private record Entry<T>(T object, long since) {}

  private final Map<NamespacedName, Entry<T>> entries = new ConcurrentHashMap<>();
  private final Set<String> seen = Collections.newSetFromMap(Collections.synchronizedMap(newest()));
  private final LongSupplier nanos;

  Overlay(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void put(T written) {
    entries.merge(
        NamespacedName.of(written), new Entry<>(written, nanos.getAsLong()), Overlay::newer);
  }

  /** Told about every version that the informer receives. */
  void seen(@Nullable String version) {
    if (version != null && ResourceVersions.atLeast(version, version).isEmpty()) {
      seen.add(version);
    }
  }

  /**
   * The newer of what was written and what the informer holds.
   *
   * @param cached what the informer holds, null if nothing
   * @param synced the version up to which the informer has seen everything
   */
  @Nullable T newest(NamespacedName key, @Nullable T cached, @Nullable String synced) {
    var entry = entries.get(key);
    if (entry == null) {
      return cached;
    }
    if (!caughtUp(entry, cached, synced)) {
      return entry.object;
    }
    entries.remove(key, entry);
    return cached;
  }

  /** Names that may have an answer here; each still has to be asked for. */
  Set<NamespacedName> names() {
    return Set.copyOf(entries.keySet());
  }

  void clear() {
    entries.clear();
    seen.clear();
  }

  private boolean caughtUp(Entry<T> entry, @Nullable T cached, @Nullable String synced) {
    var written = version(entry.object);
    if (cached != null) {
      var newer = ResourceVersions.atLeast(version(cached), written);
      if (newer.isPresent()) {
        return newer.get();
      }
    }
    return ResourceVersions.atLeast(synced, written)
        .orElseGet(
            () ->
                (written != null && seen.contains(written))
                    || nanos.getAsLong() - entry.since > UNCOMPARABLE_FOR);
  }

  private static <T extends HasMetadata> Entry<T> newer(Entry<T> old, Entry<T> now) {
    return ResourceVersions.atLeast(version(now.object), version(old.object)).orElse(true)
        ? now
        : old;
  }

  private static @Nullable String version(HasMetadata object) {
    return object.getMetadata().getResourceVersion();
  }

  private static Map<String, Boolean> newest() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
