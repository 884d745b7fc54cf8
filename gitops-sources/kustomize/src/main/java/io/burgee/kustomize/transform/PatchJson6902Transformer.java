package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.SelectorSpec;
import io.burgee.kustomize.jsonpatch.JsonPatch;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.select.Selector;
import io.burgee.yaml.YamlLimits;
import org.jspecify.annotations.Nullable;

/** Applies a JSON patch to all resources that its target selects. */
public final class PatchJson6902Transformer implements Transformer {
  private final SelectorSpec target;
  private final JsonPatch patch;

  /**
   * Reads the patch.
   *
   * @throws BuildException if it isn't one, or the target has no name
   */
  public PatchJson6902Transformer(@Nullable SelectorSpec target, String text, YamlLimits limits) {
    if (target == null || target.name().isEmpty()) {
      throw new BuildException("must specify the target name");
    }
    this.target = target;
    this.patch = read(text, limits);
    if (patch.isEmpty()) {
      throw new BuildException("patch appears to be empty; file=, JsonOp=" + text);
    }
  }

  private static JsonPatch read(String text, YamlLimits limits) {
    try {
      return JsonPatch.parse(text, limits);
    } catch (BuildException e) {
      throw String.valueOf(e.getMessage()).startsWith("yaml:") ? e : e.in("decoding " + text);
    }
  }

  @Override
  public void transform(Resources resources) {
    var selector = Selector.of(target);
    var selected = resources.all().stream().filter(selector::matches).toList();
    selected.forEach(each -> JsonPatching.apply(patch, each, resources.budget()));
  }
}
