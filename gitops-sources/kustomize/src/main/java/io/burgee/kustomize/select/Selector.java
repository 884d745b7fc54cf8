package io.burgee.kustomize.select;

import io.burgee.kustomize.file.SelectorSpec;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which resources a spec means. */
public final class Selector {
  private final SelectorSpec spec;
  private final Predicate<String> group;
  private final Predicate<String> version;
  private final Predicate<String> kind;
  private final Predicate<String> name;
  private final Predicate<String> namespace;
  private @Nullable LabelSelector labels;
  private @Nullable LabelSelector annotations;

  private Selector(SelectorSpec spec) {
    this.spec = spec;
    this.group = Patterns.anchored(spec.group());
    this.version = Patterns.anchored(spec.version());
    this.kind = Patterns.anchored(spec.kind());
    this.name = Patterns.anchored(spec.name());
    this.namespace = Patterns.anchored(spec.namespace());
  }

  /**
   * Compiles the regular expressions.
   *
   * @throws io.burgee.kustomize.BuildException if one of them isn't any
   */
  public static Selector of(SelectorSpec spec) {
    return new Selector(spec);
  }

  /**
   * Whether all conditions hold: those of name and namespace for the first or the present one.
   *
   * @throws io.burgee.kustomize.BuildException if all but a label or annotation selector hold, and
   *     that can't be read
   */
  public boolean matches(Resource resource) {
    return kind.test(resource.kind())
        && matchesGvk(resource.gvk())
        && matchesNames(resource)
        && matchesLabels(resource);
  }

  private boolean matchesNames(Resource resource) {
    if (spec.name().isEmpty() && spec.namespace().isEmpty()) {
      return true;
    }
    var now = resource.id();
    var first = resource.formers().isEmpty() ? now : resource.originalId();
    return (namespace.test(first.effectiveNamespace()) || namespace.test(now.effectiveNamespace()))
        && (name.test(first.name()) || name.test(now.name()));
  }

  public boolean matchesGvk(Gvk gvk) {
    return kind.test(gvk.kind()) && group.test(gvk.group()) && version.test(gvk.version());
  }

  public boolean matchesName(String text) {
    return name.test(text);
  }

  public boolean matchesNamespace(String text) {
    return namespace.test(text);
  }

  /** Kind, name and the namespace as it is written, of one id. */
  public boolean matchesId(ResourceId id) {
    return matchesGvk(id.gvk()) && name.test(id.name()) && namespace.test(id.namespace());
  }

  /** The conditions on labels and on annotations. */
  public boolean matchesLabels(Resource resource) {
    return matchesLabelSelector(resource) && matchesAnnotationSelector(resource);
  }

  public boolean matchesLabelSelector(Resource resource) {
    if (spec.labelSelector().isEmpty()) {
      return true;
    }
    if (labels == null) {
      labels = LabelSelector.parse(spec.labelSelector());
    }
    return labels.matches(inMetadata(resource, "labels"));
  }

  public boolean matchesAnnotationSelector(Resource resource) {
    if (spec.annotationSelector().isEmpty()) {
      return true;
    }
    if (annotations == null) {
      annotations = LabelSelector.parse(spec.annotationSelector());
    }
    return annotations.matches(inMetadata(resource, "annotations"));
  }

  private static @Nullable Node inMetadata(Resource resource, String field) {
    return resource.node().get("metadata") instanceof MappingNode meta ? meta.get(field) : null;
  }
}
