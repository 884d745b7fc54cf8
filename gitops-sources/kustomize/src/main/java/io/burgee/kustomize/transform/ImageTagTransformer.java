package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.file.ImageSpec;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.List;

/**
 * Gives images another name, tag or digest: those of all lists of containers at any depth, and
 * those at the places. Definitions of custom resources are left alone.
 */
public final class ImageTagTransformer implements Transformer {
  private static final String DEFINITION = "CustomResourceDefinition";

  private final ImageSpec image;
  private final ImageName name;
  private final List<FieldWalk> walks;

  public ImageTagTransformer(ImageSpec image, List<FieldSpec> specs) {
    this.image = image;
    this.name = new ImageName(image.name());
    this.walks = FieldWalk.of(specs, Leaf.NOTHING);
  }

  @Override
  public void transform(Resources resources) {
    for (var resource : resources) {
      if (!resource.kind().equals(DEFINITION)) {
        scan(resource.node(), resources.budget());
      }
    }
    for (var resource : resources) {
      var gvk = resource.gvk();
      if (gvk.kind().equals(DEFINITION)) {
        continue;
      }
      for (var walk : walks) {
        if (walk.appliesTo(gvk)) {
          walk.visit(resource, this::update);
        }
      }
    }
  }

  private void scan(Node node, Budget budget) {
    budget.work();
    switch (node) {
      case ScalarNode scalar -> {}
      case SequenceNode list -> {
        for (var item : list.items()) {
          scan(item, budget);
        }
      }
      case MappingNode mapping -> {
        for (var entry : mapping.entries()) {
          scan(entry.value(), budget);
          if (isContainers(entry.name()) && entry.value() instanceof SequenceNode containers) {
            containers.items().forEach(this::updateContainer);
          }
        }
      }
    }
  }

  private static boolean isContainers(String key) {
    return key.equals("containers") || key.equals("initContainers");
  }

  private void updateContainer(Node container) {
    if (container.isNull()) {
      return;
    }
    var found = Setting.mapping(container).get("image");
    if (found != null) {
      update(found);
    }
  }

  private void update(Node node) {
    String value = Setting.scalar(node).text();
    if (name.matches(value)) {
      Setting.text(node, ImageReference.parse(value).with(image).toString());
    }
  }
}
