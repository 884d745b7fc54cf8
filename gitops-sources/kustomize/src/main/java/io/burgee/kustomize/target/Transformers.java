package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldSpecs;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.Kustomization;
import io.burgee.kustomize.file.LabelSpec;
import io.burgee.kustomize.plugin.TransformerFactory;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.transform.AnnotationsTransformer;
import io.burgee.kustomize.transform.ImageTagTransformer;
import io.burgee.kustomize.transform.LabelTransformer;
import io.burgee.kustomize.transform.NamespaceTransformer;
import io.burgee.kustomize.transform.PrefixTransformer;
import io.burgee.kustomize.transform.ReplicaCountTransformer;
import io.burgee.kustomize.transform.SuffixTransformer;
import io.burgee.kustomize.transform.Transformer;
import io.burgee.yaml.MappingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a kustomization file does to resources, in the order in which it is done. All is made ready
 * before any of it runs.
 */
final class Transformers {
  private static final FieldSpec METADATA_LABELS =
      new FieldSpec(new Gvk("", "", ""), "metadata/labels", true);

  private final Target target;
  private final Kustomization file;
  private final TransformerConfig config;
  private final TransformerFactory factory;
  private final List<Step> steps = new ArrayList<>();

  /** A transformer, and what asked for it. */
  record Step(Transformer transformer, Origin origin) {}

  private Transformers(Target target, TransformerConfig config) {
    this.target = target;
    this.file = target.file();
    this.config = config;
    this.factory = target.factory();
  }

  /** Does it to all that was gathered. */
  static void run(Target target, Accumulator gathered) {
    var all = new Transformers(target, gathered.config());
    all.addBuiltIns();
    all.steps.addAll(target.plugins().transformers(target.file().transformers()));
    run(all.steps, gathered.resources(), target.build());
  }

  /** Every step sees what those before it did; what one left empty is gone for the next. */
  private static void run(List<Step> steps, Resources resources, Build build) {
    for (var step : steps) {
      resources.budget().look();
      step.transformer.transform(resources);
      resources.renamed();
      if (build.tracksOrigins()) {
        resources.forEach(Transformers::renewAnnotations);
      }
      if (build.tracksTransformations()) {
        resources.forEach(each -> each.transformations().add(step.origin));
      }
      resources.removeIf(each -> each.node().isEmpty());
    }
  }

  /** The real tool writes them anew with each note: none is shared with labels any more. */
  private static void renewAnnotations(Resource resource) {
    if (resource.node().get("metadata") instanceof MappingNode metadata
        && metadata.get("annotations") instanceof MappingNode annotations) {
      annotations.entries().forEach(entry -> entry.value(entry.value().copy()));
    }
  }

  private void addBuiltIns() {
    addStrategicMergePatches();
    addPatches();
    addNamespace();
    addPrefix();
    addSuffix();
    addLabels();
    addAnnotations();
    addJsonPatches();
    addReplicas();
    addImages();
    addReplacements();
  }

  private void addStrategicMergePatches() {
    if (!file.patchesStrategicMerge().isEmpty()) {
      add(
          "PatchStrategicMergeTransformer",
          () -> factory.strategicMerge(file.patchesStrategicMerge(), ""));
    }
  }

  private void addPatches() {
    for (var patch : file.patches()) {
      add("PatchTransformer", () -> factory.patch(patch));
    }
  }

  private void addNamespace() {
    if (!file.namespace().isEmpty()) {
      add(
          "NamespaceTransformer",
          () ->
              new NamespaceTransformer(
                  file.namespace(),
                  config.namespace(),
                  false,
                  NamespaceTransformer.SubjectsMode.DEFAULT_ONLY));
    }
  }

  private void addPrefix() {
    if (!file.namePrefix().isEmpty()) {
      add("PrefixTransformer", () -> new PrefixTransformer(file.namePrefix(), config.namePrefix()));
    }
  }

  private void addSuffix() {
    if (!file.nameSuffix().isEmpty()) {
      add("SuffixTransformer", () -> new SuffixTransformer(file.nameSuffix(), config.nameSuffix()));
    }
  }

  /** The labels of {@code commonLabels} come last, and are a step of their own even if empty. */
  private void addLabels() {
    if (file.labels().isEmpty() && file.commonLabels().isEmpty()) {
      return;
    }
    for (var label : file.labels()) {
      var specs = specs(label);
      add("LabelTransformer", () -> new LabelTransformer(label.pairs(), specs));
    }
    add("LabelTransformer", () -> new LabelTransformer(file.commonLabels(), config.commonLabels()));
  }

  private List<FieldSpec> specs(LabelSpec label) {
    try {
      var specs = FieldSpecs.united(label.fields(), config.labels());
      if (label.includeSelectors()) {
        return FieldSpecs.united(specs, config.commonLabels());
      }
      if (label.includeTemplates()) {
        specs = FieldSpecs.united(specs, config.templateLabels());
      }
      return FieldSpecs.united(specs, List.of(METADATA_LABELS));
    } catch (BuildException e) {
      throw e.in("failed to merge labels");
    }
  }

  private void addAnnotations() {
    if (!file.commonAnnotations().isEmpty()) {
      add(
          "AnnotationsTransformer",
          () -> new AnnotationsTransformer(file.commonAnnotations(), config.commonAnnotations()));
    }
  }

  private void addJsonPatches() {
    for (var patch : file.patchesJson6902()) {
      add("PatchJson6902Transformer", () -> factory.jsonPatch(patch));
    }
  }

  private void addReplicas() {
    for (var replica : file.replicas()) {
      add("ReplicaCountTransformer", () -> new ReplicaCountTransformer(replica, config.replicas()));
    }
  }

  private void addImages() {
    for (var image : file.images()) {
      add("ImageTagTransformer", () -> new ImageTagTransformer(image, config.images()));
    }
  }

  private void addReplacements() {
    if (!file.replacements().isEmpty()) {
      add("ReplacementTransformer", () -> factory.replacements(file.replacements()));
    }
  }

  private interface Maker {
    Transformer make();
  }

  private void add(String kind, Maker maker) {
    try {
      steps.add(new Step(maker.make(), target.configuredBy(kind)));
    } catch (BuildException e) {
      throw e.in("trouble configuring builtin " + kind + " with config");
    }
  }
}
