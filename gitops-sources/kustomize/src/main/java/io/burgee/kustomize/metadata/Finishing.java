package io.burgee.kustomize.metadata;

import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last changes to objects: what {@code buildMetadata} asks for, and what must not be shown. */
public final class Finishing {
  /** The version whose output this engine gives. */
  private static final String MADE_BY = "kustomize-v5.8.1";

  private static final String LOCAL = "config.kubernetes.io/local-config";
  private static final String ORIGIN = "config.kubernetes.io/origin";
  private static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

  private final boolean origins;
  private final boolean transformations;
  private final boolean managedBy;

  /**
   * Reads what is asked for.
   *
   * @param buildMetadata the outermost kustomization's field of that name
   * @param managedBy whether the caller wants the label in any case
   */
  public Finishing(List<String> buildMetadata, boolean managedBy) {
    this.origins = buildMetadata.contains("originAnnotations");
    this.transformations = buildMetadata.contains("transformerAnnotations");
    this.managedBy = managedBy || buildMetadata.contains("managedByLabel");
  }

  /** Drops objects that are only for the tools that made them. */
  public static void dropLocal(Resources resources) {
    resources.removeIf(Finishing::isLocal);
  }

  private static boolean isLocal(Resource resource) {
    var annotations = annotations(resource);
    return annotations != null
        && annotations.get(LOCAL) instanceof ScalarNode value
        && !value.text().equals("false");
  }

  /** Adds and removes labels and annotations; the objects are in their last order. */
  public void apply(Resources resources) {
    for (var resource : resources) {
      resources.budget().work();
      if (managedBy) {
        child(metadata(resource), "labels")
            .put("app.kubernetes.io/managed-by", ScalarNode.string(MADE_BY));
      }
      annotate(resource);
    }
  }

  private void annotate(Resource resource) {
    var origin = origins ? resource.origin() : null;
    set(resource, ORIGIN, origin == null ? null : OriginText.of(origin));
    var changes = transformations ? resource.transformations() : List.<Origin>of();
    set(resource, TRANSFORMATIONS, changes.isEmpty() ? null : OriginText.of(changes));
  }

  private static void set(Resource resource, String name, @Nullable String text) {
    if (text != null) {
      child(metadata(resource), "annotations").put(name, ScalarNode.string(text));
      return;
    }
    var annotations = annotations(resource);
    if (annotations != null && annotations.remove(name) && annotations.isEmpty()) {
      metadata(resource).remove("annotations");
    }
  }

  private static @Nullable MappingNode annotations(Resource resource) {
    return resource.node().get("metadata") instanceof MappingNode metadata
            && metadata.get("annotations") instanceof MappingNode annotations
        ? annotations
        : null;
  }

  private static MappingNode metadata(Resource resource) {
    return child(resource.node(), "metadata");
  }

  private static MappingNode child(MappingNode parent, String name) {
    if (parent.get(name) instanceof MappingNode child) {
      return child;
    }
    var child = new MappingNode();
    parent.put(name, child);
    return child;
  }
}
