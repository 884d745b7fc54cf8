package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.resource.Resources;
import java.util.List;

/** Puts a text after names, and notes it, as references are resolved by it. */
public final class SuffixTransformer implements Transformer {
  private final Renaming renaming;

  public SuffixTransformer(String suffix, List<FieldSpec> specs) {
    this.renaming =
        new Renaming(
            suffix,
            specs,
            name -> name + suffix,
            (resource, part) -> resource.suffixes().add(part));
  }

  @Override
  public void transform(Resources resources) {
    renaming.transform(resources);
  }
}
