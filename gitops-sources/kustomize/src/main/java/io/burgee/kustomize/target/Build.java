package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.FileTree;
import io.burgee.kustomize.file.KustomizationReader;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.load.Loader;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.resource.Resources;
import java.util.ArrayList;
import java.util.List;

/** One build: what its targets share, and what is done once all is gathered. */
public final class Build {
  private final BuildOptions options;
  private final Budget budget;
  private final BuildSchema schema;
  private final ResourceReader resources;
  private final KustomizationReader kustomizations;
  private final List<String> warnings = new ArrayList<>();

  public Build(BuildOptions options) {
    this.options = options;
    this.budget = new Budget(options.limits(), options.cancelled(), options.nanoTime());
    this.schema = new BuildSchema(Schemas.BUILT_IN);
    this.resources = new ResourceReader(schema, budget);
    this.kustomizations = new KustomizationReader(options.limits().yaml(), warnings::add);
  }

  /** Builds a folder of a tree: all objects in the order of the output. */
  public Resources run(FileTree tree, String path) {
    var sources = new Loader.Sources(options.remote(), budget);
    var loader = Loader.root(tree, path, options.loadRestrictions(), sources);
    var target = Target.root(this, loader);
    var gathered = new Accumulator(new Resources(budget));
    target.accumulate(gathered);
    return gathered.resources();
  }

  /** What users should change, in the order it was found. */
  public List<String> warnings() {
    return warnings;
  }

  public Budget budget() {
    return budget;
  }

  BuildOptions options() {
    return options;
  }

  BuildSchema schema() {
    return schema;
  }

  ResourceReader resources() {
    return resources;
  }

  KustomizationReader kustomizations() {
    return kustomizations;
  }
}
