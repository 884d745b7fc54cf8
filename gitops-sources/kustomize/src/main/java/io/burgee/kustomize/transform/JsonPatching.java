package io.burgee.kustomize.transform;

import io.burgee.kustomize.jsonpatch.JsonPatch;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Resource;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;

/**
 * Applies a JSON patch to a resource. The real tool keeps what it remembers of a resource in its
 * annotations: so they are there for a patch that adds one, and are all texts afterwards.
 */
final class JsonPatching {
  private JsonPatching() {}

  static void apply(JsonPatch patch, Resource resource, Budget budget) {
    resource.keepAnnotations();
    patch.apply(resource.node(), budget);
    makeTexts(resource.node());
  }

  /** Annotations that aren't a mapping, or have nothing in it, go. */
  private static void makeTexts(MappingNode object) {
    if (!(object.get("metadata") instanceof MappingNode meta) || !meta.has("annotations")) {
      return;
    }
    if (!(meta.get("annotations") instanceof MappingNode annotations) || annotations.isEmpty()) {
      meta.remove("annotations");
      return;
    }
    for (var entry : annotations.entries()) {
      if (entry.value() instanceof ScalarNode scalar) {
        if (scalar.tag() != Tag.STRING) {
          entry.value(new ScalarNode(scalar.text(), Tag.STRING, Style.DOUBLE_QUOTED));
        }
      } else {
        entry.value(new ScalarNode("", Tag.STRING, Style.DOUBLE_QUOTED));
      }
    }
  }
}
