package io.burgee.kustomize.metadata;

import io.burgee.kustomize.resource.Resource;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;

/** Objects that are for tools only and never reach a cluster. */
final class LocalConfig {
  private static final String ANNOTATION = "config.kubernetes.io/local-config";

  private LocalConfig() {}

  /** Whether it has the annotation, whatever that says but {@code false}. */
  static boolean isLocal(Resource resource) {
    if (resource.node().get("metadata") instanceof MappingNode metadata
        && metadata.get("annotations") instanceof MappingNode annotations) {
      var value = annotations.get(ANNOTATION);
      return value != null
          && !(value instanceof ScalarNode scalar && scalar.text().equals("false"));
    }
    return false;
  }
}
