package io.burgee.kustomize.merge;

import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges lists with several keys, and those where items lack their key or share it. The real tool
 * looks items up again and again, by blank values too; what comes of that is kept here, step by
 * step, as no simpler rule describes it.
 */
final class IrregularLists {
  private final StrategicMerge merge;

  IrregularLists(StrategicMerge merge) {
    this.merge = merge;
  }

  List<Node> merge(SequenceNode dest, @Nullable SequenceNode patch, Schema.Type type) {
    var keys = type.listMerge().keys();
    var tuples = tuples(dest, patch, keys);
    if (keys.size() > 1) {
      joinBlanks(tuples);
    }
    var positions = usedPositions(tuples, keys.size());
    var usedKeys = pick(keys, positions);
    var merged = new SequenceNode();
    for (var tuple : tuples) {
      mergeOne(dest, patch, usedKeys, pick(tuple, positions), merged, type.items());
    }
    if (tuples.isEmpty()) {
      return List.copyOf(dest.items());
    }
    appendAll(merged, dest, usedKeys);
    return ownNodes(merged.items());
  }

  private void mergeOne(
      SequenceNode dest,
      @Nullable SequenceNode patch,
      List<String> keys,
      List<String> values,
      SequenceNode into,
      Schema.@Nullable Type type) {
    var result = merge.merge(find(dest, keys, values), find(patch, keys, values), type);
    if (result == null || Items.isVoid(result)) {
      set(dest, null, keys, values);
      return;
    }
    if (result instanceof MappingNode item) {
      for (int i = 0; i < keys.size(); i++) {
        if (!item.has(keys.get(i)) && !values.get(i).isEmpty()) {
          item.put(keys.get(i), ScalarNode.plain(values.get(i)));
        }
      }
    }
    set(into, result, keys, values);
  }

  /** The key values of all items, the patch's first, each combination once. */
  private List<List<String>> tuples(
      SequenceNode dest, @Nullable SequenceNode patch, List<String> keys) {
    var tuples = new LinkedHashSet<List<String>>();
    if (patch != null) {
      addTuples(patch, keys, tuples);
    }
    addTuples(dest, keys, tuples);
    return new ArrayList<>(tuples);
  }

  private void addTuples(SequenceNode list, List<String> keys, Set<List<String>> to) {
    for (var item : list.items()) {
      merge.work();
      var tuple = new ArrayList<String>(keys.size());
      keys.forEach(key -> tuple.add(Items.keyOf(item, key)));
      to.add(tuple);
    }
  }

  /** Makes two combinations equal that agree somewhere and differ only where one is blank. */
  private void joinBlanks(List<List<String>> tuples) {
    for (int i = 0; i < tuples.size(); i++) {
      var tuple = tuples.get(i);
      for (int j = 0; j < tuples.size(); j++) {
        merge.work();
        var joined = joined(tuple, tuples.get(j));
        if (joined != null) {
          tuples.set(i, joined);
          tuples.set(j, joined);
        }
      }
    }
  }

  private static @Nullable List<String> joined(List<String> one, List<String> other) {
    boolean agree = false;
    var joined = new ArrayList<String>(one.size());
    for (int i = 0; i < one.size(); i++) {
      var a = one.get(i);
      var b = other.get(i);
      if (a.equals(b)) {
        agree = true;
      } else if (!a.isEmpty() && !b.isEmpty()) {
        return null;
      }
      joined.add(a.isEmpty() ? b : a);
    }
    return agree ? joined : null;
  }

  /** Which keys have a value in any item; all if none has. */
  private static List<Integer> usedPositions(List<List<String>> tuples, int keys) {
    var used = new ArrayList<Integer>(keys);
    var all = new ArrayList<Integer>(keys);
    for (int i = 0; i < keys; i++) {
      int position = i;
      all.add(i);
      if (tuples.stream().anyMatch(tuple -> !tuple.get(position).isEmpty())) {
        used.add(i);
      }
    }
    return used.isEmpty() ? all : used;
  }

  private static List<String> pick(List<String> from, List<Integer> positions) {
    var picked = new ArrayList<String>(positions.size());
    positions.forEach(position -> picked.add(from.get(position)));
    return picked;
  }

  /** Looks only at the keys that have a value, if any has. */
  private static @Nullable Node find(
      @Nullable SequenceNode list, List<String> keys, List<String> values) {
    if (list == null) {
      return null;
    }
    var positions = usedPositions(List.of(values), keys.size());
    return Items.find(list, pick(keys, positions), pick(values, positions));
  }

  private void appendAll(SequenceNode to, SequenceNode from, List<String> keys) {
    for (var item : List.copyOf(from.items())) {
      var values = new ArrayList<String>(keys.size());
      for (var key : keys) {
        var value = field(item, key);
        if (value == null) {
          to.items().add(item);
        } else {
          values.add(Items.text(value));
        }
      }
      if (keys.size() > 1) {
        set(to, null, keys, values);
      }
      set(to, item, keys, values);
    }
  }

  private static @Nullable Node field(Node item, String key) {
    if (Items.missing(item)) {
      return null;
    }
    if (!(item instanceof MappingNode mapping)) {
      throw Items.wrongKind("MappingNode", item);
    }
    return mapping.get(key);
  }

  /** Puts an item in the place of those with these keys, or at the end; null removes them. */
  private void set(
      SequenceNode list, @Nullable Node element, List<String> keys, List<String> values) {
    boolean forMappings = !values.isEmpty() && !values.getFirst().isEmpty();
    boolean matched = false;
    var kept = new ArrayList<Node>(list.items().size() + 1);
    for (var item : list.items()) {
      merge.work();
      if (Items.isVoid(item)) {
        continue;
      }
      if (forMappings && !(item instanceof MappingNode)) {
        kept.add(item);
      } else if (!matches(item, keys, values)) {
        if (!values.isEmpty()) {
          kept.add(item);
        }
      } else {
        matched = true;
        if (element != null) {
          kept.add(element);
        }
      }
    }
    if (element != null && !matched) {
      kept.add(element);
    }
    list.items().clear();
    list.items().addAll(kept);
  }

  /** Whether the item has these values; a blank one is met by any, and fewer ask for less. */
  private static boolean matches(Node item, List<String> keys, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      var value = field(item, keys.get(i));
      if (value == null || (!values.get(i).isEmpty() && !Items.text(value).equals(values.get(i)))) {
        return false;
      }
    }
    return !values.isEmpty();
  }

  /** A node that is there twice is copied, so that each has one place. */
  private static List<Node> ownNodes(List<Node> items) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var own = new ArrayList<Node>(items.size());
    for (var item : items) {
      own.add(seen.add(item) ? item : item.copy());
    }
    return own;
  }
}
