package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Messages;
import io.burgee.kustomize.file.SelectorSpec;
import io.burgee.kustomize.jsonpatch.JsonPatch;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.select.Selector;
import io.burgee.yaml.YamlLimits;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applies a patch of either kind, which shows by its text. */
public final class PatchTransformer implements Transformer {
  private final String source;
  private final @Nullable SelectorSpec target;
  private final MergePatching merging;
  private final @Nullable List<Resource> patches;
  private final @Nullable JsonPatch jsonPatch;

  /**
   * Finds out what kind of patch it is.
   *
   * @param source where the text is from: {@link #inline} or {@link #file}
   * @param reader makes resources of a text
   * @throws BuildException if the text is neither kind of patch, or both
   */
  public PatchTransformer(
      String text,
      String source,
      @Nullable SelectorSpec target,
      boolean allowNameChange,
      boolean allowKindChange,
      Function<String, List<Resource>> reader,
      YamlLimits limits) {
    this.source = source;
    this.target = target;
    this.merging = new MergePatching(allowNameChange, allowKindChange);
    this.patches = orNull(() -> reader.apply(text));
    this.jsonPatch = text.isEmpty() ? null : orNull(() -> JsonPatch.parse(text, limits));
    if (patches == null && jsonPatch == null) {
      throw new BuildException("unable to parse SM or JSON patch from " + source);
    }
    if (patches != null && !patches.isEmpty() && jsonPatch != null && !jsonPatch.isEmpty()) {
      throw new BuildException("illegally qualifies as both an SM and JSON patch: " + source);
    }
  }

  /** Where a patch is from that stands in the kustomization file itself. */
  public static String inline(String text) {
    return "[patch: " + Messages.quoted(text) + "]";
  }

  /** Where a patch is from that is in a file. */
  public static String file(String path) {
    return "[path: " + Messages.quoted(path) + "]";
  }

  private static <T> @Nullable T orNull(Supplier<T> parse) {
    try {
      return parse.get();
    } catch (BuildException e) {
      return null;
    }
  }

  @Override
  public void transform(Resources resources) {
    if (patches == null) {
      transformJson(resources);
    } else if (patches.isEmpty()) {
      return;
    } else if (target == null) {
      patches.forEach(patch -> mergeInto(resources, patch));
    } else {
      mergeIntoSelected(resources, patches);
    }
  }

  private void transformJson(Resources resources) {
    if (jsonPatch == null || jsonPatch.isEmpty()) {
      return;
    }
    if (target == null) {
      throw new BuildException("must specify a target for JSON patch " + source);
    }
    for (var resource : selected(resources, target)) {
      resource.rememberName();
      JsonPatching.apply(jsonPatch, resource, resources.budget());
    }
  }

  private void mergeIntoSelected(Resources resources, List<Resource> patches) {
    if (patches.size() > 1) {
      throw new BuildException(
          "Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set"
              + " `patches.target` field: "
              + source);
    }
    var spec = Objects.requireNonNull(target);
    List<Resource> selected;
    try {
      selected = selected(resources, spec);
    } catch (BuildException e) {
      throw e.in("unable to find patch target " + describe(spec) + " in `resources`");
    }
    merging.applyToAll(resources, selected, patches.getFirst());
  }

  private static List<Resource> selected(Resources resources, SelectorSpec target) {
    var selector = Selector.of(target);
    return resources.all().stream().filter(selector::matches).toList();
  }

  private static String describe(SelectorSpec spec) {
    var gvk = new Gvk(spec.group(), spec.version(), spec.kind());
    var id = new ResourceId(gvk, spec.name(), spec.namespace(), false);
    return Messages.quoted(id + ":a=" + spec.annotationSelector() + ":l=" + spec.labelSelector());
  }

  private void mergeInto(Resources resources, Resource patch) {
    var id = patch.originalId();
    Resource found;
    try {
      found = MergePatching.target(resources, id);
    } catch (BuildException e) {
      throw e.in("no resource matches strategic merge patch " + Messages.quoted(id.toString()));
    }
    merging.apply(found, patch.node().copy(), resources.budget());
    resources.renamed();
  }
}
