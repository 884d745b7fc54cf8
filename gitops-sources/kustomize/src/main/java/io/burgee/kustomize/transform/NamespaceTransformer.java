package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts resources into a namespace. */
public final class NamespaceTransformer implements Transformer {
  private static final String FROM_HELM = "kustomize.config.k8s.io/helm-generated";

  private final String namespace;
  private final NamespaceFields fields;

  /** Which subjects of role bindings get the namespace. */
  public enum SubjectsMode {
    /** Those that are called default. */
    DEFAULT_ONLY,
    ALL_SERVICE_ACCOUNTS,
    NONE
  }

  public NamespaceTransformer(
      String namespace, List<FieldSpec> specs, boolean unsetOnly, SubjectsMode subjects) {
    this.namespace = namespace;
    this.fields = new NamespaceFields(namespace, specs, unsetOnly, subjects);
  }

  @Override
  public void transform(Resources resources) {
    if (namespace.isEmpty()) {
      return;
    }
    var counts = new HashMap<ResourceId, Integer>(resources.size() * 2);
    for (var resource : resources) {
      counts.merge(resource.id(), 1, Integer::sum);
    }
    for (var resource : resources) {
      resources.budget().work();
      if (!resource.node().isEmpty() && !isFromHelm(resource)) {
        move(resource, counts);
      }
    }
    resources.renamed();
  }

  private void move(Resource resource, Map<ResourceId, Integer> counts) {
    counts.merge(resource.id(), -1, Integer::sum);
    resource.rememberName();
    fields.set(resource);
    if (counts.merge(resource.id(), 1, Integer::sum) != 1) {
      throw new BuildException(
          "namespace transformation produces ID conflict: [" + resource.id() + "]");
    }
  }

  private static boolean isFromHelm(Resource resource) {
    return resource.node().get("metadata") instanceof MappingNode metadata
        && metadata.get("annotations") instanceof MappingNode annotations
        && annotations.get(FROM_HELM) instanceof ScalarNode value
        && value.text().equals("true");
  }
}
