package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.resource.Resources;
import java.util.List;
import java.util.Map;

/** Sets annotations. */
public final class AnnotationsTransformer implements Transformer {
  private final MetadataEntries entries;

  public AnnotationsTransformer(Map<String, String> annotations, List<FieldSpec> specs) {
    this.entries = new MetadataEntries(annotations, specs);
  }

  @Override
  public void transform(Resources resources) {
    entries.transform(resources);
  }
}
