package io.burgee.helm.values;

import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartException;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.value.format.GoFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A chart's values: the user's over its own, and so for each subchart, with what is global. */
public final class Coalesce {
  private static final String GLOBAL = "global";

  /** Every subchart has all of them, and those below it. */
  private static final int MOST_GLOBALS = 1_000_000;

  private final boolean merges;
  private final Consumer<String> warnings;
  private final Tables tables;
  private long globals;

  private Coalesce(boolean merges, Consumer<String> warnings) {
    this.merges = merges;
    this.warnings = warnings;
    this.tables = new Tables(merges, warnings);
  }

  /**
   * What templates see: nulls of the user delete what the chart has, and nulls of the chart are
   * left out. The arguments stay as they are.
   *
   * @throws ChartException if a subchart's values aren't a table
   */
  public static Map<String, @Nullable Object> values(
      Chart chart, Map<String, @Nullable Object> user, Consumer<String> warnings) {
    return new Coalesce(false, warnings).chart(chart, Tables.copy(user), "");
  }

  /** The same with all nulls kept: for values that are coalesced again. */
  public static Map<String, @Nullable Object> merge(
      Chart chart, Map<String, @Nullable Object> user, Consumer<String> warnings) {
    return new Coalesce(true, warnings).chart(chart, Tables.copy(user), "");
  }

  private Map<String, @Nullable Object> chart(
      Chart chart, Map<String, @Nullable Object> values, String prefix) {
    own(chart, values, join(prefix, chart.name()));
    for (var subchart : chart.dependencies()) {
      var name = subchart.name();
      if (!values.containsKey(name)) {
        values.put(name, new LinkedHashMap<String, @Nullable Object>());
      }
      var below = Tables.table(values.get(name));
      if (below == null) {
        throw new ChartException("type mismatch on " + name + ": " + shown(values.get(name)));
      }
      var subPrefix = join(prefix, chart.name());
      globals(below, values, subPrefix);
      values.put(name, chart(subchart, below, subPrefix));
    }
    return values;
  }

  /** As Go prints what isn't a truth where one is expected. */
  private static String shown(@Nullable Object value) {
    return GoFormat.sprintf("%t", Collections.singletonList(value));
  }

  private void own(Chart chart, Map<String, @Nullable Object> values, String prefix) {
    Tables.copy(chart.values())
        .forEach(
            (key, own) -> {
              if (values.containsKey(key)) {
                both(chart, values, key, own, prefix);
              } else if (merges) {
                values.put(key, own);
              } else if (own != null) {
                var table = Tables.table(own);
                if (table != null) {
                  Tables.dropNulls(table);
                }
                values.put(key, own);
              }
            });
  }

  private void both(
      Chart chart,
      Map<String, @Nullable Object> values,
      String key,
      @Nullable Object own,
      String prefix) {
    Object given = values.get(key);
    var above = Tables.table(given);
    var below = Tables.table(own);
    if (given == null && !merges) {
      values.remove(key);
    } else if (above != null && below != null) {
      // A subchart's nulls are needed when that is coalesced.
      boolean keepsNulls =
          merges || chart.dependencies().stream().anyMatch(sub -> sub.name().equals(key));
      if (!keepsNulls) {
        Tables.dropNulls(below);
      }
      tables.coalesce(above, below, join(prefix, key), keepsNulls);
    } else if (above != null && own != null) {
      warnings.accept("skipped value for " + join(prefix, key) + ": Not a table.");
    }
  }

  private void globals(
      Map<String, @Nullable Object> into, Map<String, @Nullable Object> from, String prefix) {
    var given = into.getOrDefault(GLOBAL, new LinkedHashMap<String, @Nullable Object>());
    var taken = from.getOrDefault(GLOBAL, new LinkedHashMap<String, @Nullable Object>());
    var target = Tables.table(given);
    var source = Tables.table(taken);
    if (target == null || source == null) {
      warnings.accept(
          "skipping globals because "
              + (target == null ? "destination" : "source")
              + " global is not a table.");
      return;
    }
    source.forEach((key, value) -> global(target, key, value, prefix));
    into.put(GLOBAL, target);
  }

  private void global(
      Map<String, @Nullable Object> target, String key, @Nullable Object value, String prefix) {
    var table = Tables.table(value);
    boolean present = target.containsKey(key);
    var targetTable = Tables.table(target.get(key));
    if (table == null) {
      if (targetTable != null) {
        warnings.accept("key " + key + " is table. Skipping");
      } else {
        target.put(key, value);
      }
      return;
    }
    globals += table.size();
    if (globals > MOST_GLOBALS) {
      throw new LimitException(
          "limit exceeded: more than " + MOST_GLOBALS + " global values in all subcharts together");
    }
    var upper = new LinkedHashMap<>(table);
    if (!present) {
      target.put(key, upper);
    } else if (targetTable == null) {
      warnings.accept("Conflict: cannot merge map onto non-map for " + key + ". Skipping.");
    } else {
      target.put(key, tables.coalesce(upper, targetTable, join(prefix, key), true));
    }
  }

  private static String join(String prefix, String key) {
    return prefix.isEmpty() ? key : prefix + "." + key;
  }
}
