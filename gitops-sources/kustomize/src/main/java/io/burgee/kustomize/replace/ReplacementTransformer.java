package io.burgee.kustomize.replace;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.ReplacementSpec;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.transform.Transformer;
import java.util.List;

/** Carries out replacements one after the other: later ones see what earlier ones did. */
public final class ReplacementTransformer implements Transformer {
  private final List<ReplacementSpec> replacements;

  public ReplacementTransformer(List<ReplacementSpec> replacements) {
    this.replacements = List.copyOf(replacements);
  }

  @Override
  public void transform(Resources resources) {
    for (var replacement : replacements) {
      if ((replacement.source() == null && replacement.sourceValue() == null)
          || replacement.targets() == null) {
        throw new BuildException("replacements must specify a source and at least one target");
      }
      var value = Sources.value(replacement, resources);
      for (var target : replacement.targets()) {
        new TargetWriter(target, value, resources.budget()).write(resources);
      }
    }
  }
}
