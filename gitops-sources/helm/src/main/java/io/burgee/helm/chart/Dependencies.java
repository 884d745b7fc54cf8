package io.burgee.helm.chart;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.value.format.GoFormat;
import io.burgee.helm.values.Coalesce;
import io.burgee.helm.values.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which subcharts are in use and by what names, and takes values over from them. */
public final class Dependencies {
  /** Imports of imports multiply. */
  private static final int MOST_IMPORTED = 200_000;

  private long imported;

  private Dependencies() {}

  /**
   * The chart with the subcharts that the values ask for, those with an alias by that name, and
   * with the values that it imports from them.
   *
   * @throws ChartException if a subchart's values aren't a table
   * @throws LimitException if it imports more than a chart may
   */
  public static Chart process(Chart chart, Map<String, @Nullable Object> values) {
    return new Dependencies().imported(enabled(chart, values, ""));
  }

  private static Chart enabled(Chart chart, Map<String, @Nullable Object> values, String path) {
    var asked = chart.metadata().dependencies();
    if (asked.isEmpty()) {
      return chart;
    }
    var present = new ArrayList<>(notAskedFor(chart));
    var renamed = new ArrayList<Dependency>();
    for (var dependency : asked) {
      var found = find(chart, dependency);
      if (found != null) {
        present.add(found);
      }
      var alias = dependency.alias();
      renamed.add(alias.isEmpty() ? dependency : dependency.name(alias));
    }
    var named = chart.dependencies(present);
    var all = Coalesce.values(named, values, warning -> {});
    var decided = renamed.stream().map(each -> decide(each, all, path)).toList();
    Set<String> disabled =
        decided.stream()
            .filter(each -> !each.enabled())
            .map(Dependency::name)
            .collect(Collectors.toSet());
    var kept =
        present.stream()
            .filter(each -> !disabled.contains(each.name()))
            .map(each -> enabled(each, all, path + each.name() + "."))
            .toList();
    var keptAsked = decided.stream().filter(each -> !disabled.contains(each.name())).toList();
    return named.dependencies(kept).metadata(chart.metadata().dependencies(keptAsked));
  }

  private static List<Chart> notAskedFor(Chart chart) {
    return chart.dependencies().stream()
        .filter(
            each ->
                chart.metadata().dependencies().stream().noneMatch(asked -> isMeant(each, asked)))
        .toList();
  }

  private static boolean isMeant(Chart chart, Dependency dependency) {
    return chart.name().equals(dependency.name())
        && ChartChecks.isInRange(dependency.version(), chart.metadata().version());
  }

  private static @Nullable Chart find(Chart parent, Dependency dependency) {
    for (var chart : parent.dependencies()) {
      if (isMeant(chart, dependency)) {
        var alias = dependency.alias();
        return alias.isEmpty() ? chart : chart.metadata(chart.metadata().name(alias));
      }
    }
    return null;
  }

  /** Conditions come before tags; the first one that has a value decides. */
  private static Dependency decide(
      Dependency dependency, Map<String, @Nullable Object> values, String path) {
    boolean enabled = byTags(dependency, values);
    for (var condition : dependency.condition().strip().split(",", -1)) {
      if (!condition.isEmpty() && value(values, path + condition) instanceof Boolean truth) {
        enabled = truth;
        break;
      }
    }
    return dependency.enabled(enabled);
  }

  private static boolean byTags(Dependency dependency, Map<String, @Nullable Object> values) {
    var tags = Tables.table(values.get("tags"));
    if (tags == null) {
      return true;
    }
    boolean someTrue =
        dependency.tags().stream().anyMatch(tag -> Boolean.TRUE.equals(tags.get(tag)));
    boolean someFalse =
        dependency.tags().stream().anyMatch(tag -> Boolean.FALSE.equals(tags.get(tag)));
    return someTrue || !someFalse;
  }

  private static @Nullable Object value(Map<String, @Nullable Object> values, String path) {
    int dot = path.lastIndexOf('.');
    var table = dot < 0 ? values : table(values, path.substring(0, dot));
    return table == null ? null : table.get(path.substring(dot + 1));
  }

  private static @Nullable Map<String, @Nullable Object> table(
      Map<String, @Nullable Object> values, String path) {
    @Nullable Map<String, @Nullable Object> at = values;
    for (var name : path.split("\\.", -1)) {
      at = at == null ? null : Tables.table(at.get(name));
    }
    return at;
  }

  /** Innermost first. */
  private Chart imported(Chart chart) {
    var below = chart.dependencies(chart.dependencies().stream().map(this::imported).toList());
    if (below.metadata().dependencies().isEmpty()) {
      return below;
    }
    var merging = new Tables(true, warning -> {});
    var all = Coalesce.merge(below, new LinkedHashMap<>(), warning -> {});
    Map<String, @Nullable Object> taken = new LinkedHashMap<>();
    var noted = new ArrayList<Dependency>();
    for (var dependency : below.metadata().dependencies()) {
      var imports = new ArrayList<@Nullable Object>();
      for (var each : dependency.importValues()) {
        var pair = pair(each);
        if (pair != null) {
          imports.add(pair);
          var table = table(all, dependency.name() + "." + pair.get("child"));
          if (table != null) {
            taken = merging.coalesce(taken, at(String.valueOf(pair.get("parent")), copy(table)));
          }
        }
      }
      noted.add(dependency.importValues(imports));
    }
    return below
        .metadata(below.metadata().dependencies(List.copyOf(noted)))
        .values(merging.coalesce(all, taken));
  }

  private Map<String, @Nullable Object> copy(Map<String, @Nullable Object> table) {
    imported += Tables.size(table);
    if (imported > MOST_IMPORTED) {
      throw new LimitException(
          "limit exceeded: more than " + MOST_IMPORTED + " values come from import-values");
    }
    return Tables.copy(table);
  }

  /** From where to where. */
  private static @Nullable Map<String, @Nullable Object> pair(@Nullable Object value) {
    var pair = new LinkedHashMap<String, @Nullable Object>();
    switch (value) {
      case String name -> {
        pair.put("child", "exports." + name);
        pair.put("parent", ".");
      }
      case Map<?, ?> map -> {
        pair.put("child", GoFormat.text(map.get("child")));
        pair.put("parent", GoFormat.text(map.get("parent")));
      }
      case null, default -> {
        return null;
      }
    }
    return pair;
  }

  private static Map<String, @Nullable Object> at(
      String path, Map<String, @Nullable Object> table) {
    if (path.equals(".")) {
      return table;
    }
    var names = path.split("\\.", -1);
    var inner = table;
    for (int i = names.length - 1; i >= 0; i--) {
      var outer = new LinkedHashMap<String, @Nullable Object>();
      outer.put(names[i], inner);
      inner = outer;
    }
    return Objects.requireNonNull(inner);
  }
}
