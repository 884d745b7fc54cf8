package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.resource.Resources;
import java.util.List;

/** Puts a text before names, and notes it, as references are resolved by it. */
public final class PrefixTransformer implements Transformer {
  private final Renaming renaming;

  public PrefixTransformer(String prefix, List<FieldSpec> specs) {
    this.renaming =
        new Renaming(
            prefix,
            specs,
            name -> prefix + name,
            (resource, part) -> resource.prefixes().add(part));
  }

  @Override
  public void transform(Resources resources) {
    renaming.transform(resources);
  }
}
