package io.burgee.kustomize.metadata;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.ObjectCheck;
import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last changes to objects: what {@code buildMetadata} asks for, and what must not be shown. */
public final class Finishing {
  private static final String ORIGIN = "config.kubernetes.io/origin";
  private static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";
  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** The release whose output this engine's is. */
  private static final String TOOL = "kustomize-v5.8.1";

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

  /** Drops objects that are for tools only and never reach a cluster. */
  public static void dropLocal(Resources resources) {
    resources.forEach(each -> ObjectCheck.check(each.node()));
    resources.removeIf(LocalConfig::isLocal);
  }

  /**
   * The last step of a build: writes what is asked for, and drops what the tool keeps to itself.
   */
  public void apply(Resources resources) {
    var texts = new HashMap<Origin, String>();
    for (var resource : resources) {
      resources.budget().work();
      if (!resource.node().has("metadata")) {
        resource.node().put("metadata", new MappingNode());
      }
      if (resource.node().get("metadata") instanceof MappingNode metadata) {
        if (managedBy) {
          label(metadata);
        }
        resources.budget().bytes(annotate(resource, metadata, texts));
      }
    }
  }

  private static void label(MappingNode metadata) {
    if (metadata.get("labels") instanceof MappingNode labels) {
      labels.put(MANAGED_BY, ScalarNode.string(TOOL));
      return;
    }
    var present = metadata.get("labels");
    if (present != null && !present.isNull()) {
      throw new BuildException("metadata.labels must be a mapping to get the label " + MANAGED_BY);
    }
    var labels = new MappingNode();
    labels.put(MANAGED_BY, ScalarNode.string(TOOL));
    metadata.put("labels", labels);
  }

  /** Returns how much text there is of what was done. */
  private int annotate(Resource resource, MappingNode metadata, Map<Origin, String> texts) {
    var annotations = WrittenAnnotations.of(metadata.get("annotations"));
    var origin = resource.origin();
    if (!origins) {
      annotations.remove(ORIGIN);
    } else if (origin != null) {
      annotations.put(ORIGIN, text(texts.computeIfAbsent(origin, OriginText::of)));
    }
    int length = 0;
    if (!transformations) {
      annotations.remove(TRANSFORMATIONS);
    } else if (!resource.transformations().isEmpty()) {
      var text = new StringBuilder();
      for (var each : resource.transformations()) {
        OriginText.item(texts.computeIfAbsent(each, OriginText::of), text);
      }
      length = text.length();
      annotations.put(TRANSFORMATIONS, text(text.toString()));
    }
    if (annotations.isEmpty()) {
      metadata.remove("annotations");
    } else {
      metadata.put("annotations", annotations);
    }
    return length;
  }

  private static ScalarNode text(String text) {
    return new ScalarNode(text, Tag.STRING, Style.LITERAL);
  }
}
