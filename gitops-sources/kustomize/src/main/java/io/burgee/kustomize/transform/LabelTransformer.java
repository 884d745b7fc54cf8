package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.resource.Resources;
import java.util.List;
import java.util.Map;

/** Sets labels, in selectors and templates too where its places say so. */
public final class LabelTransformer implements Transformer {
  private final MetadataEntries entries;

  public LabelTransformer(Map<String, String> labels, List<FieldSpec> specs) {
    this.entries = new MetadataEntries(labels, specs);
  }

  @Override
  public void transform(Resources resources) {
    entries.transform(resources);
  }
}
