package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.YamlWriter;
import java.util.HashMap;
import java.util.Map;

/** Transformers that may only look, but for a label by which they say that they did. */
final class Validators {
  private static final String SEEN = "validated-by";

  private Validators() {}

  static void run(Target target, Accumulator gathered) {
    if (target.file().validators().isEmpty()) {
      return;
    }
    for (var step : target.plugins().transformers(target.file().validators())) {
      var before = texts(gathered.resources(), false);
      step.transformer().transform(gathered.resources());
      gathered.resources().renamed();
      if (!before.equals(texts(gathered.resources(), true))) {
        throw new BuildException(
            "validator shouldn't modify the resource map: " + step.origin().configuredBy().kind());
      }
    }
  }

  private static Map<ResourceId, String> texts(Resources resources, boolean withoutLabel) {
    var texts = new HashMap<ResourceId, String>();
    for (var resource : resources) {
      resources.budget().work();
      var text = YamlWriter.write(cleared(resource, withoutLabel));
      // What is remembered of a resource counts too: the real tool keeps that in it.
      texts.put(resource.id(), resource.formers() + text);
    }
    return texts;
  }

  /** Without the label, and without annotations that a validator only looked for. */
  private static MappingNode cleared(Resource resource, boolean withoutLabel) {
    var copy = resource.node().copy();
    if (copy.get("metadata") instanceof MappingNode metadata) {
      if (withoutLabel
          && metadata.get("labels") instanceof MappingNode labels
          && labels.remove(SEEN)
          && labels.isEmpty()) {
        metadata.remove("labels");
      }
      if (metadata.get("annotations") instanceof MappingNode annotations && annotations.isEmpty()) {
        metadata.remove("annotations");
      }
    }
    return copy;
  }
}
