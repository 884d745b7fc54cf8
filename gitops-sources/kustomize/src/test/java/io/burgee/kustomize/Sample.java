package io.burgee.kustomize;

import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.schema.BuiltInSchema;
import io.burgee.yaml.YamlWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Resources for tests of parts of the engine. */
public final class Sample {
  private Sample() {}

  public static Budget budget() {
    return new Budget(BuildLimits.DEFAULT, () -> false, () -> 0);
  }

  /** A list of the resources that the text holds. */
  public static Resources resources(String yaml) {
    var resources = new Resources(budget());
    resources.appendAll(read(yaml));
    return resources;
  }

  public static Resource resource(String yaml) {
    return read(yaml).getFirst();
  }

  /** What would be printed. */
  public static String text(Resources resources) {
    return resources.all().stream()
        .map(each -> YamlWriter.write(each.node()))
        .collect(Collectors.joining("---\n"));
  }

  private static List<Resource> read(String yaml) {
    return new ResourceReader(BuiltInSchema.get(), budget()).read(yaml);
  }
}
