package io.burgee.kustomize.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kustomization file says, older names already under their newer ones where the real tool
 * does that too. Empty is what wasn't said; where that makes a difference, null.
 */
public record Kustomization(
    String apiVersion,
    String kind,
    List<String> resources,
    List<String> components,
    List<String> crds,
    List<String> configurations,
    String namespace,
    String namePrefix,
    String nameSuffix,
    List<LabelSpec> labels,
    Map<String, String> commonLabels,
    Map<String, String> commonAnnotations,
    List<PatchSpec> patches,
    List<String> patchesStrategicMerge,
    List<JsonPatchSpec> patchesJson6902,
    List<ImageSpec> images,
    List<ReplicaSpec> replicas,
    List<ReplacementEntry> replacements,
    List<VarSpec> vars,
    List<GeneratorSpec> configMapGenerator,
    List<GeneratorSpec> secretGenerator,
    @Nullable GeneratorOptions generatorOptions,
    List<String> generators,
    List<String> transformers,
    List<String> validators,
    @Nullable SortOptions sortOptions,
    Map<String, String> openapi,
    List<String> buildMetadata,
    boolean helm) {

  public boolean isComponent() {
    return kind.equals("Component");
  }
}
