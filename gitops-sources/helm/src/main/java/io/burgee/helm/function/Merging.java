package io.burgee.helm.function;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges dicts as the library does that Sprig uses: what is empty counts as absent, dicts are
 * merged in place, and what is taken over is shared.
 */
final class Merging {
  private static final int DEEPEST = 1_000;

  private final boolean overwrite;
  private final Meter meter;
  private int depth;

  Merging(boolean overwrite, Meter meter) {
    this.overwrite = overwrite;
    this.meter = meter;
  }

  /** The second one into the first. */
  void merge(Map<String, @Nullable Object> into, Map<String, @Nullable Object> from) {
    if (++depth > DEEPEST) {
      throw new LimitException("limit exceeded: more than " + DEEPEST + " dicts in each other");
    }
    meter.list(from.size());
    // A dict may be merged into itself.
    for (var entry : new ArrayList<>(from.entrySet())) {
      meter.step();
      entry(into, entry.getKey(), entry.getValue());
    }
    depth--;
  }

  private void entry(Map<String, @Nullable Object> into, String key, @Nullable Object value) {
    boolean present = into.containsKey(key);
    Object old = into.get(key);
    if (value == null) {
      if (overwrite) {
        into.put(key, null);
      }
      return;
    }
    if (value instanceof Map<?, ?> map) {
      if (old instanceof Map<?, ?> oldMap) {
        merge(dict(oldMap), dict(map));
      }
      if (old instanceof Map<?, ?> && Truth.of(old)) {
        return;
      }
    } else if (isList(value)) {
      boolean wasEmpty = into.isEmpty();
      if (overwrite || wasEmpty) {
        into.put(key, value);
      } else if (old == null) {
        into.put(key, List.of());
      }
      if (Truth.of(old)) {
        return;
      }
    }
    if (overwrite || !present || !Truth.of(old)) {
      into.put(key, value);
    }
  }

  private static boolean isList(Object value) {
    return Lists.isList(value);
  }

  @SuppressWarnings("unchecked") // keys are strings
  private static Map<String, @Nullable Object> dict(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }
}
