package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets the same texts in mappings at several places. Where a key is new in several places of one
 * resource, all of them hold one node, so that who changes it in one place changes it in all: users
 * see that of the real tool.
 */
final class MetadataEntries implements Transformer {
  private final List<String> keys;
  private final List<ScalarNode> values;
  private final List<FieldWalk> walks;

  MetadataEntries(Map<String, String> entries, List<FieldSpec> specs) {
    var sorted = new TreeMap<>(entries);
    this.keys = List.copyOf(sorted.keySet());
    this.values = sorted.values().stream().map(Setting::string).toList();
    this.walks = FieldWalk.of(specs, Leaf.MAPPING);
  }

  @Override
  public void transform(Resources resources) {
    if (keys.isEmpty()) {
      return;
    }
    for (var resource : resources) {
      resources.budget().work();
      var gvk = resource.gvk();
      var nodes = copies();
      for (var walk : walks) {
        if (walk.appliesTo(gvk)) {
          walk.visit(resource, found -> set(found, nodes));
        }
      }
    }
  }

  private void set(Node found, List<ScalarNode> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      Setting.entry(found, keys.get(i), nodes.get(i));
    }
  }

  private List<ScalarNode> copies() {
    var copies = new ArrayList<ScalarNode>(values.size());
    for (var value : values) {
      copies.add(value.copy());
    }
    return copies;
  }
}
