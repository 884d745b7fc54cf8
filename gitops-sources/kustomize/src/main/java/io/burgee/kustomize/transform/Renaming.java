package io.burgee.kustomize.transform;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Lengthens names, but for kinds whose names mean something by themselves. */
final class Renaming implements Transformer {
  private static final List<Gvk> SKIPPED =
      List.of(
          new Gvk("", "", "CustomResourceDefinition"),
          new Gvk("apiregistration.k8s.io", "", "APIService"),
          new Gvk("", "", "Namespace"));
  private static final String NAME = "metadata/name";

  private final String part;
  private final List<FieldWalk> walks;
  private final UnaryOperator<String> lengthen;
  private final BiConsumer<Resource, String> remember;

  /**
   * @param part what names get; empty changes nothing, but for texts that look like numbers
   * @param remember notes in a resource what its name got
   */
  Renaming(
      String part,
      List<FieldSpec> specs,
      UnaryOperator<String> lengthen,
      BiConsumer<Resource, String> remember) {
    this.part = part;
    this.walks = FieldWalk.of(specs, Leaf.TEXT);
    this.lengthen = lengthen;
    this.remember = remember;
  }

  @Override
  public void transform(Resources resources) {
    for (var resource : resources) {
      resources.budget().work();
      var original = resource.originalId().gvk();
      if (!skipped(original)) {
        rename(resource, original);
      }
    }
    resources.renamed();
  }

  private void rename(Resource resource, Gvk original) {
    for (var walk : walks) {
      if (!walk.appliesTo(original)) {
        continue;
      }
      if (walk.spec().path().equals(NAME) && !part.isEmpty()) {
        remember.accept(resource, part);
        resource.rememberName();
      }
      if (walk.appliesTo(resource.gvk())) {
        walk.visit(
            resource, found -> Setting.text(found, lengthen.apply(Setting.scalar(found).text())));
      }
    }
  }

  private static boolean skipped(Gvk gvk) {
    for (var kind : SKIPPED) {
      if (gvk.isSelectedBy(kind)) {
        return true;
      }
    }
    return false;
  }
}
