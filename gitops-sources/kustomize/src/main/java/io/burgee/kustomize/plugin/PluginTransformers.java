package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.JsonPatchSpec;
import io.burgee.kustomize.file.Shape;
import io.burgee.kustomize.file.Shapes;
import io.burgee.kustomize.file.Specs;
import io.burgee.kustomize.file.Struct;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.transform.AnnotationsTransformer;
import io.burgee.kustomize.transform.HashTransformer;
import io.burgee.kustomize.transform.ImageTagTransformer;
import io.burgee.kustomize.transform.LabelTransformer;
import io.burgee.kustomize.transform.NamespaceTransformer;
import io.burgee.kustomize.transform.NamespaceTransformer.SubjectsMode;
import io.burgee.kustomize.transform.PrefixTransformer;
import io.burgee.kustomize.transform.ReplicaCountTransformer;
import io.burgee.kustomize.transform.SuffixTransformer;
import io.burgee.kustomize.transform.Transformer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The transformers that can be configured, by kind. */
final class PluginTransformers {
  private static final Shape LABELS =
      Shape.named("LabelTransformerPlugin")
          .textMap("labels")
          .structs("fieldSpecs", Shapes.FIELD_SPEC)
          .build();
  private static final Shape ANNOTATIONS =
      Shape.named("AnnotationsTransformerPlugin")
          .textMap("annotations")
          .structs("fieldSpecs", Shapes.FIELD_SPEC)
          .build();
  private static final Shape NAMES =
      Shape.named("PrefixTransformerPlugin")
          .text("prefix", "suffix")
          .structs("fieldSpecs", Shapes.FIELD_SPEC)
          .build();
  private static final Shape IMAGE =
      Shape.named("ImageTagTransformerPlugin")
          .struct("imageTag", Shapes.IMAGE)
          .structs("fieldSpecs", Shapes.FIELD_SPEC)
          .build();
  private static final Shape REPLICA =
      Shape.named("ReplicaCountTransformerPlugin")
          .struct("replica", Shapes.REPLICA)
          .structs("fieldSpecs", Shapes.FIELD_SPEC)
          .build();
  private static final Shape NAMESPACE =
      Shape.named("NamespaceTransformerPlugin")
          .struct("metadata", Shapes.OBJECT_META)
          .structs("fieldSpecs", Shapes.FIELD_SPEC)
          .flag("unsetOnly")
          .text("setRoleBindingSubjects")
          .build();

  private static final Shape MERGE_PATCHES =
      Shape.named("PatchStrategicMergeTransformerPlugin").texts("paths").text("patches").build();
  private static final Shape JSON_PATCH =
      Shape.named("PatchJson6902TransformerPlugin")
          .struct("target", Shapes.SELECTOR)
          .text("path", "jsonOp")
          .build();
  private static final Shape REPLACEMENTS =
      Shape.named("ReplacementTransformerPlugin")
          .structs("replacements", Shapes.REPLACEMENT_FIELD)
          .build();

  private final TransformerFactory factory;
  private final ValueAddConfig valueAdd;

  PluginTransformers(TransformerFactory factory, ValueAddConfig valueAdd) {
    this.factory = factory;
    this.valueAdd = valueAdd;
  }

  Map<String, Function<Resource, Transformer>> byKind() {
    var kinds = new LinkedHashMap<String, Function<Resource, Transformer>>();
    kinds.put("AnnotationsTransformer", PluginTransformers::annotations);
    kinds.put("HashTransformer", config -> new HashTransformer());
    kinds.put("ImageTagTransformer", PluginTransformers::image);
    kinds.put("LabelTransformer", PluginTransformers::labels);
    kinds.put("NamespaceTransformer", PluginTransformers::namespace);
    kinds.put("PatchTransformer", this::patch);
    kinds.put("PatchStrategicMergeTransformer", this::mergePatches);
    kinds.put("PatchJson6902Transformer", this::jsonPatch);
    kinds.put("ReplacementTransformer", this::replacements);
    kinds.put("PrefixSuffixTransformer", PluginTransformers::prefixAndSuffix);
    kinds.put("PrefixTransformer", PluginTransformers::prefix);
    kinds.put("SuffixTransformer", PluginTransformers::suffix);
    kinds.put("ReplicaCountTransformer", PluginTransformers::replicas);
    kinds.put("ValueAddTransformer", valueAdd::transformer);
    return kinds;
  }

  private Transformer patch(Resource config) {
    return factory.patch(Specs.patch(Settings.of(config, Shapes.PATCH)));
  }

  private Transformer mergePatches(Resource config) {
    var settings = Settings.of(config, MERGE_PATCHES);
    return factory.strategicMerge(settings.texts("paths"), settings.text("patches"));
  }

  private Transformer jsonPatch(Resource config) {
    var settings = Settings.of(config, JSON_PATCH);
    return factory.jsonPatch(
        new JsonPatchSpec(
            Specs.selectorOrNull(settings.structOrNull("target")),
            settings.text("path"),
            settings.text("jsonOp")));
  }

  private Transformer replacements(Resource config) {
    var settings = Settings.of(config, REPLACEMENTS);
    return factory.replacements(Specs.all(settings, "replacements", Specs::replacementEntry));
  }

  private static Transformer labels(Resource config) {
    var settings = Settings.of(config, LABELS);
    return new LabelTransformer(settings.textMap("labels"), Settings.places(settings));
  }

  private static Transformer annotations(Resource config) {
    var settings = Settings.of(config, ANNOTATIONS);
    return new AnnotationsTransformer(settings.textMap("annotations"), Settings.places(settings));
  }

  private static Transformer image(Resource config) {
    var settings = Settings.of(config, IMAGE);
    return new ImageTagTransformer(
        Specs.image(settings.struct("imageTag")), Settings.places(settings));
  }

  private static Transformer replicas(Resource config) {
    var settings = Settings.of(config, REPLICA);
    return new ReplicaCountTransformer(
        Specs.replica(settings.struct("replica")), Settings.places(settings));
  }

  private static Transformer prefix(Resource config) {
    var settings = names(config);
    return new PrefixTransformer(settings.text("prefix"), Settings.places(settings));
  }

  private static Transformer suffix(Resource config) {
    var settings = names(config);
    return new SuffixTransformer(settings.text("suffix"), Settings.places(settings));
  }

  private static Transformer prefixAndSuffix(Resource config) {
    var prefix = prefix(config);
    var suffix = suffix(config);
    return resources -> {
      prefix.transform(resources);
      suffix.transform(resources);
    };
  }

  private static Struct names(Resource config) {
    var settings = Settings.of(config, NAMES);
    if (!settings.has("fieldSpecs")) {
      throw new BuildException("fieldSpecs is not expected to be nil");
    }
    return settings;
  }

  private static Transformer namespace(Resource config) {
    var settings = Settings.of(config, NAMESPACE);
    return new NamespaceTransformer(
        settings.struct("metadata").text("namespace"),
        Settings.places(settings),
        settings.flag("unsetOnly"),
        subjects(settings.text("setRoleBindingSubjects")));
  }

  private static SubjectsMode subjects(String mode) {
    return switch (mode) {
      case "", "defaultOnly" -> SubjectsMode.DEFAULT_ONLY;
      case "allServiceAccounts" -> SubjectsMode.ALL_SERVICE_ACCOUNTS;
      case "none" -> SubjectsMode.NONE;
      default ->
          throw new BuildException(
              "invalid value \""
                  + mode
                  + "\" for setRoleBindingSubjects: must be one of \"defaultOnly\", \"none\" or"
                  + " \"allServiceAccounts\"");
    };
  }
}
