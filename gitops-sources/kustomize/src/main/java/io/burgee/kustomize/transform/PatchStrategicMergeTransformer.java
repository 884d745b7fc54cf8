package io.burgee.kustomize.transform;

import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import java.util.List;

/** Merges each patch into the one resource that is or was called as it says. */
public final class PatchStrategicMergeTransformer implements Transformer {
  private final List<Resource> patches;

  public PatchStrategicMergeTransformer(List<Resource> patches) {
    this.patches = List.copyOf(patches);
  }

  @Override
  public void transform(Resources resources) {
    for (var patch : patches) {
      var target = MergePatching.target(resources, patch.originalId());
      MergePatching.NAMES_STAY.applyToAll(resources, List.of(target), patch);
    }
  }
}
