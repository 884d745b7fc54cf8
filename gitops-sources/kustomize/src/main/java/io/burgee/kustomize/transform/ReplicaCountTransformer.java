package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.file.ReplicaSpec;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.Tag;
import java.util.List;

/** Sets how many replicas the workloads of one name have. */
public final class ReplicaCountTransformer implements Transformer {
  private final ReplicaSpec replica;
  private final List<FieldWalk> walks;

  public ReplicaCountTransformer(ReplicaSpec replica, List<FieldSpec> specs) {
    this.replica = replica;
    this.walks = FieldWalk.of(specs, Leaf.NUMBER);
  }

  @Override
  public void transform(Resources resources) {
    String count = Long.toString(replica.count());
    boolean found = false;
    for (var walk : walks) {
      for (var resource : resources.named(replica.name())) {
        resources.budget().work();
        if (wasCalled(resource, walk.spec().gvk())) {
          found = true;
          if (walk.appliesTo(resource.gvk())) {
            walk.visit(resource, node -> Setting.typed(node, count, Tag.INT));
          }
        }
      }
    }
    if (!found) {
      throw new BuildException(
          "resource with name "
              + replica.name()
              + " does not match a config with the following GVK "
              + kinds());
    }
  }

  /** Whether it has or had the name when it was of that kind. */
  private boolean wasCalled(Resource resource, Gvk wanted) {
    for (var id : resource.anyIds()) {
      if (id.name().equals(replica.name()) && id.gvk().isSelectedBy(wanted)) {
        return true;
      }
    }
    return false;
  }

  private String kinds() {
    var kinds = walks.stream().map(walk -> walk.spec().gvk().toString()).toList();
    return "[" + String.join(" ", kinds) + "]";
  }
}
