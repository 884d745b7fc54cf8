package io.burgee.sandbox.promql;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What identifies a series: its labels by name, the metric's name among them; none is empty. */
public record Labels(SortedMap<String, String> values) {
  /** The label that holds the metric's name. */
  public static final String NAME = "__name__";

  static final Labels NONE = new Labels(new TreeMap<>());

  public Labels {
    var kept = new TreeMap<>(values);
    kept.values().removeIf(String::isEmpty);
    values = Collections.unmodifiableSortedMap(kept);
  }

  public static Labels of(String metric, Map<String, String> labels) {
    var all = new TreeMap<>(labels);
    all.put(NAME, metric);
    return new Labels(all);
  }

  /** Empty when there is no such label. */
  public String get(String label) {
    return values.getOrDefault(label, "");
  }

  public Labels with(String label, String value) {
    var more = new TreeMap<>(values);
    more.put(label, value);
    return new Labels(more);
  }

  Labels keep(Collection<String> names) {
    var kept = new TreeMap<>(values);
    kept.keySet().retainAll(names);
    return new Labels(kept);
  }

  Labels drop(Collection<String> names) {
    var kept = new TreeMap<>(values);
    kept.keySet().removeAll(names);
    return new Labels(kept);
  }

  Labels dropName() {
    return drop(java.util.List.of(NAME));
  }
}
