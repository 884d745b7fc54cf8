package io.burgee.helm.values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tables (nested maps) laid over each other. A key that the upper one sets to null deletes the
 * lower one's, if that has a value; when merging, nulls stay instead.
 */
public final class Tables {
  private final boolean merges;
  private final Consumer<String> warnings;

  /**
   * @param merges keeps nulls, for values that are coalesced again later
   * @param warnings of values that had to be left out
   */
  public Tables(boolean merges, Consumer<String> warnings) {
    this.merges = merges;
    this.warnings = warnings;
  }

  /** Adds to the upper table what only the lower one has; both are changed. */
  public Map<String, @Nullable Object> coalesce(
      Map<String, @Nullable Object> upper, Map<String, @Nullable Object> lower) {
    return coalesce(upper, lower, "", merges);
  }

  Map<String, @Nullable Object> coalesce(
      Map<String, @Nullable Object> upper,
      Map<String, @Nullable Object> lower,
      String prefix,
      boolean keepsNulls) {
    var withValue = new HashSet<String>();
    lower.forEach(
        (key, value) -> {
          if (value != null) {
            withValue.add(key);
          }
        });
    upper.forEach(
        (key, value) -> {
          if (value == null) {
            lower.put(key, null);
          }
        });
    for (var entry : List.copyOf(new ArrayList<>(lower.keySet()))) {
      key(upper, lower, entry, prefix, keepsNulls, withValue.contains(entry));
    }
    return upper;
  }

  private void key(
      Map<String, @Nullable Object> upper,
      Map<String, @Nullable Object> lower,
      String key,
      String prefix,
      boolean keepsNulls,
      boolean hadValue) {
    Object below = lower.get(key);
    Object above = upper.get(key);
    boolean present = upper.containsKey(key);
    var path = prefix.isEmpty() ? key : prefix + "." + key;
    if (present && !keepsNulls && above == null && hadValue) {
      upper.remove(key);
    } else if (!present) {
      upper.put(key, below);
    } else {
      both(table(above), table(below), below != null, path, keepsNulls);
    }
  }

  private void both(
      @Nullable Map<String, @Nullable Object> above,
      @Nullable Map<String, @Nullable Object> below,
      boolean hasBelow,
      String path,
      boolean keepsNulls) {
    if (above != null && below != null) {
      coalesce(above, below, path, keepsNulls);
    } else if (below != null) {
      warnings.accept("cannot overwrite table with non table for " + path);
    } else if (above != null && hasBelow) {
      warnings.accept("destination for " + path + " is a table. Ignoring non-table value");
    }
  }

  /** The value as a table; null if it is none. */
  @SuppressWarnings("unchecked") // keys are strings
  public static @Nullable Map<String, @Nullable Object> table(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** Of all values in it, however deep. */
  public static long size(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> list.stream().mapToLong(Tables::size).sum() + 1;
      case Map<?, ?> map -> map.values().stream().mapToLong(Tables::size).sum() + 1;
      case null, default -> 1;
    };
  }

  /** A copy that shares nothing that can change. */
  public static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> map) {
    var copy = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(map.size());
    map.forEach((key, value) -> copy.put(key, copy(value)));
    return copy;
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> list) {
      var copy = new ArrayList<@Nullable Object>(list.size());
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    var table = table(value);
    return table == null ? value : copy(table);
  }

  /** Removes every null in the table and the tables in it. */
  static void dropNulls(Map<String, @Nullable Object> table) {
    table.values().removeIf(value -> value == null);
    table
        .values()
        .forEach(
            value -> {
              var inner = table(value);
              if (inner != null) {
                dropNulls(inner);
              }
            });
  }

  /** The second one over the first, as values files are: only tables are merged. */
  public static Map<String, @Nullable Object> merge(
      Map<String, @Nullable Object> lower, Map<String, @Nullable Object> upper) {
    var merged = new LinkedHashMap<>(lower);
    upper.forEach(
        (key, value) -> {
          var below = table(merged.get(key));
          var above = table(value);
          merged.put(key, below != null && above != null ? merge(below, above) : value);
        });
    return merged;
  }
}
