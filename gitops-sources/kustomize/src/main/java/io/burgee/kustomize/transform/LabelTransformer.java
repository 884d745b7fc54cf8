package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldSpecs;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.LabelSpec;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resources;
import java.util.List;
import java.util.Map;

/** Sets labels, in selectors and templates too where its places say so. */
public final class LabelTransformer implements Transformer {
  private static final List<FieldSpec> METADATA =
      List.of(new FieldSpec(new Gvk("", "", ""), "metadata/labels", true));

  private final MetadataEntries entries;

  public LabelTransformer(Map<String, String> labels, List<FieldSpec> specs) {
    this.entries = new MetadataEntries(labels, specs);
  }

  /**
   * The places that an entry of {@code labels} means: its own and those of configurations, then
   * those of selectors or templates if it asks for them.
   *
   * @throws BuildException if they contradict each other
   */
  public static List<FieldSpec> places(LabelSpec entry, TransformerConfig config) {
    try {
      var specs = FieldSpecs.united(entry.fields(), config.labels());
      if (entry.includeSelectors()) {
        return FieldSpecs.united(specs, config.commonLabels());
      }
      return FieldSpecs.united(
          entry.includeTemplates() ? templates(specs, config) : specs, METADATA);
    } catch (BuildException e) {
      throw e.in("failed to merge labels");
    }
  }

  private static List<FieldSpec> templates(List<FieldSpec> specs, TransformerConfig config) {
    try {
      return FieldSpecs.united(specs, config.templateLabels());
    } catch (BuildException e) {
      throw e.in("failed to merge template fieldSpec");
    }
  }

  @Override
  public void transform(Resources resources) {
    entries.transform(resources);
  }
}
