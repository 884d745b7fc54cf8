package io.burgee.kustomize.merge;

import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges lists whose items have names: the patch's items come first, in its order, then the others.
 */
final class KeyedLists {
  private final StrategicMerge merge;
  private final IrregularLists irregular;

  KeyedLists(StrategicMerge merge) {
    this.merge = merge;
    this.irregular = new IrregularLists(merge);
  }

  /** Changes {@code dest} and returns it; {@code patch} may be the same list, or null. */
  SequenceNode merge(SequenceNode dest, @Nullable SequenceNode patch, Schema.Type type) {
    var keys = type.listMerge().keys();
    if (keys.isEmpty()) {
      return replaceItems(dest, union(dest, patch));
    }
    if (keys.size() == 1) {
      var key = keys.getFirst();
      var names = names(dest, key);
      var patchNames = patch == null || patch == dest ? names : names(patch, key);
      if (names != null && patchNames != null) {
        return patch == null || patch == dest
            ? replaceItems(dest, alone(dest, patch != null, type))
            : replaceItems(dest, byName(dest, names, patch, patchNames, type));
      }
    }
    return replaceItems(dest, irregular.merge(dest, patch, type));
  }

  private static SequenceNode replaceItems(SequenceNode list, List<Node> items) {
    list.items().clear();
    list.items().addAll(items);
    return list;
  }

  /** The names of all items, or null if some have none or the same. */
  private static @Nullable List<String> names(SequenceNode list, String key) {
    var names = new ArrayList<String>(list.items().size());
    Set<String> seen = HashSet.newHashSet(list.items().size());
    for (var item : list.items()) {
      var name = Items.keyOf(item, key);
      if (name.isEmpty() || !seen.add(name)) {
        return null;
      }
      names.add(name);
    }
    return names;
  }

  private List<Node> alone(SequenceNode list, boolean withItself, Schema.Type type) {
    var result = new ArrayList<Node>(list.items().size());
    for (var item : list.items()) {
      var merged = merge.merge(item, withItself ? item : null, type.items());
      if (!Items.isVoid(merged)) {
        result.add(item);
      }
    }
    return result;
  }

  /** An item of both stays the object's, so one that the patch would replace stays as it was. */
  private List<Node> byName(
      SequenceNode dest,
      List<String> names,
      SequenceNode patch,
      List<String> patchNames,
      Schema.Type type) {
    var rest = new LinkedHashMap<String, Node>();
    for (int i = 0; i < names.size(); i++) {
      rest.put(names.get(i), dest.items().get(i));
    }
    var result = new ArrayList<Node>(names.size() + patchNames.size());
    for (int i = 0; i < patchNames.size(); i++) {
      var old = rest.remove(patchNames.get(i));
      var merged = merge.merge(old, patch.items().get(i), type.items());
      if (merged != null && !Items.isVoid(merged)) {
        result.add(old == null ? merged : old);
      }
    }
    for (var item : rest.values()) {
      if (!Items.isVoid(merge.merge(item, null, type.items()))) {
        result.add(item);
      }
    }
    return result;
  }

  private List<Node> union(SequenceNode dest, @Nullable SequenceNode patch) {
    var result = new LinkedHashMap<String, Node>();
    if (patch != null) {
      scalars(patch).forEach(item -> result.putIfAbsent(Items.text(item), item));
    }
    scalars(dest).forEach(item -> result.put(Items.text(item), item));
    return new ArrayList<>(result.values());
  }

  private List<Node> scalars(SequenceNode list) {
    var scalars = new ArrayList<Node>(list.items().size());
    for (var item : list.items()) {
      merge.work();
      if (Items.isVoid(item)) {
        continue;
      }
      if (item instanceof MappingNode || item instanceof SequenceNode) {
        throw Items.wrongKind("ScalarNode", item);
      }
      scalars.add(item);
    }
    return scalars;
  }
}
