package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldPaths;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.transform.NamespaceTransformer.SubjectsMode;
import io.burgee.yaml.Node;
import java.util.List;
import java.util.function.Predicate;

/** Writes one value to fields of resources, or puts it into the file paths there. */
public final class ValueAddTransformer implements Transformer {
  private static final String NAMESPACE = "metadata/namespace";

  private final String value;
  private final List<Target> targets;

  /**
   * Where the value goes.
   *
   * @param selects which resources
   * @param fieldPath the field, its parts separated by slashes
   * @param position which part of a file path the value becomes, from 1; 0 replaces all
   */
  public record Target(Predicate<Resource> selects, String fieldPath, int position) {}

  public ValueAddTransformer(String value, List<Target> targets) {
    this.value = value;
    this.targets = List.copyOf(targets);
  }

  @Override
  public void transform(Resources resources) {
    for (var target : targets) {
      var path = new CreatingPath(FieldPaths.splitFromStart(target.fieldPath(), '/'));
      for (var resource : resources) {
        resources.budget().work();
        if (target.selects().test(resource)) {
          write(resource, target, path);
        }
      }
      resources.renamed();
    }
  }

  private void write(Resource resource, Target target, CreatingPath path) {
    if (target.fieldPath().equals(NAMESPACE)) {
      new NamespaceFields(value, List.of(), false, SubjectsMode.DEFAULT_ONLY).set(resource);
      return;
    }
    Node found = path.find(resource.node());
    if (found != null) {
      String old = Setting.scalar(found).text();
      Setting.text(
          found,
          target.position() > 0 ? FilePart.insert(old, target.position() - 1, value) : value);
    }
  }
}
