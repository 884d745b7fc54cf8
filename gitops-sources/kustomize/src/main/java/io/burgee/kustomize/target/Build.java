package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.FileTree;
import io.burgee.kustomize.file.Kustomization;
import io.burgee.kustomize.file.KustomizationReader;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.load.Loader;
import io.burgee.kustomize.metadata.Finishing;
import io.burgee.kustomize.order.SortOrder;
import io.burgee.kustomize.reference.NameReferences;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.schema.BuiltInSchema;
import io.burgee.kustomize.transform.HashTransformer;
import io.burgee.kustomize.transform.Transformer;
import java.util.ArrayList;
import java.util.List;

/** One build: what its targets share, and what is done once all is gathered. */
public final class Build {
  private final BuildOptions options;
  private final Budget budget;
  private final BuildSchema schema;
  private final ResourceReader resources;
  private final KustomizationReader kustomizations;
  private boolean tracksOrigins;
  private boolean tracksTransformations;
  private final List<String> warnings = new ArrayList<>();

  public Build(BuildOptions options) {
    this.options = options;
    this.budget = new Budget(options.limits(), options.cancelled(), options.nanoTime());
    this.schema = new BuildSchema(BuiltInSchema.get(), options.openapi(), options.limits().yaml());
    this.resources = new ResourceReader(schema, budget);
    this.kustomizations = new KustomizationReader(options.limits().yaml(), warnings::add);
  }

  /** Builds a folder of a tree: all objects in the order of the output. */
  public Resources run(FileTree tree, String path) {
    var sources = new Loader.Sources(options.remote(), budget);
    var target = Target.root(this, Loader.root(tree, path, options.loadRestrictions(), sources));
    var gathered = new Accumulator(new Resources(budget));
    target.accumulate(gathered);
    finish(gathered, target.file());
    return gathered.resources();
  }

  /** What is done once, when all is gathered. */
  private void finish(Accumulator gathered, Kustomization file) {
    var resources = gathered.resources();
    transform(resources, new HashTransformer());
    gathered.checkIds();
    transform(resources, new NameReferences(gathered.config().nameReferences()));
    gathered.vars().resolve(resources, gathered.config().varReferences());
    Finishing.dropLocal(resources);
    SortOrder.apply(resources, file.sortOptions(), options.reorder());
    new Finishing(file.buildMetadata(), options.managedBy()).apply(resources);
  }

  private static void transform(Resources resources, Transformer transformer) {
    resources.budget().look();
    transformer.transform(resources);
    resources.renamed();
  }

  /** Notes what the outermost kustomization file says for all others too. */
  void root(Kustomization file) {
    tracksOrigins = !file.buildMetadata().isEmpty();
    tracksTransformations = file.buildMetadata().contains("transformerAnnotations");
  }

  /** Whether the real tool would note in resources where they are from. */
  boolean tracksOrigins() {
    return tracksOrigins;
  }

  /** Whether resources remember which transformers they met. */
  boolean tracksTransformations() {
    return tracksTransformations;
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
