package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildLimits;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.schema.BuiltInSchema;
import io.burgee.yaml.YamlWriter;

/** Resources from YAML and back. */
final class Nodes {
  private Nodes() {}

  static Resources of(String... texts) {
    var budget = new Budget(BuildLimits.DEFAULT, () -> false, () -> 0);
    var resources = new Resources(budget);
    for (var text : texts) {
      resources.appendAll(new ResourceReader(BuiltInSchema.get(), budget).read(text));
    }
    return resources;
  }

  static String after(Transformer transformer, String... texts) {
    var resources = of(texts);
    transformer.transform(resources);
    return text(resources);
  }

  static String text(Resources resources) {
    var out = new StringBuilder();
    for (var resource : resources) {
      YamlWriter.write(resource.node(), out);
    }
    return out.toString();
  }
}
