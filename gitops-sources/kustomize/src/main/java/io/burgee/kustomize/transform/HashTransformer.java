package io.burgee.kustomize.transform;

import io.burgee.kustomize.generate.NameHash;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;

/** Appends the hash of their content to the names of generated resources. */
public final class HashTransformer implements Transformer {
  /** An object can ask for it by itself. */
  private static final String ASKED = "internal.config.kubernetes.io/needsHashSuffix";

  @Override
  public void transform(Resources resources) {
    boolean renamed = false;
    for (var resource : resources) {
      resources.budget().work();
      if (wanted(resource) && resource.node().get("metadata") instanceof MappingNode metadata) {
        var name = resource.name() + "-" + NameHash.of(resource.node());
        resource.rememberName();
        metadata.put("name", ScalarNode.string(name));
        renamed = true;
      }
    }
    if (renamed) {
      resources.renamed();
    }
  }

  private static boolean wanted(Resource resource) {
    return resource.needsHash()
        || (resource.node().get("metadata") instanceof MappingNode metadata
            && metadata.get("annotations") instanceof MappingNode annotations
            && annotations.get(ASKED) instanceof ScalarNode value
            && value.text().equals("enabled"));
  }
}
