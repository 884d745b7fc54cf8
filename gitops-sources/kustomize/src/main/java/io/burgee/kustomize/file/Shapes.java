package io.burgee.kustomize.file;

/** The fields of a kustomization file and of what is in it. */
public final class Shapes {
  public static final Shape SELECTOR =
      Shape.named("Selector")
          .embedded("ResId.Gvk")
          .text("group", "version", "kind")
          .embedded("ResId")
          .text("name", "namespace")
          .embedded("")
          .text("annotationSelector", "labelSelector")
          .build();

  public static final Shape FIELD_SPEC =
      Shape.named("FieldSpec")
          .embedded("Gvk")
          .text("group", "version", "kind")
          .embedded("")
          .text("path")
          .flag("create")
          .build();

  public static final Shape PATCH_ARGS =
      Shape.named("PatchArgs").flag("allowNameChange", "allowKindChange").build();

  public static final Shape PATCH =
      Shape.named("Patch")
          .text("path", "patch")
          .struct("target", SELECTOR)
          .struct("options", PATCH_ARGS)
          .build();

  public static final Shape LABEL =
      Shape.named("Label")
          .textMap("pairs")
          .flag("includeSelectors", "includeTemplates")
          .structs("fields", FIELD_SPEC)
          .build();

  public static final Shape IMAGE =
      Shape.named("Image").text("name", "newName", "tagSuffix", "newTag", "digest").build();

  public static final Shape REPLICA =
      Shape.named("Replica").text("name").integer("int64", "count").build();

  public static final Shape FIELD_OPTIONS =
      Shape.named("FieldOptions")
          .text("delimiter")
          .integer("int", "index")
          .text("encoding")
          .flag("create")
          .build();

  public static final Shape SOURCE_SELECTOR =
      Shape.named("SourceSelector")
          .embedded("ResId.Gvk")
          .text("group", "version", "kind")
          .embedded("ResId")
          .text("name", "namespace")
          .embedded("")
          .text("fieldPath")
          .struct("options", FIELD_OPTIONS)
          .build();

  public static final Shape TARGET_SELECTOR =
      Shape.named("TargetSelector")
          .struct("select", SELECTOR)
          .pointers("reject", SELECTOR)
          .texts("fieldPaths")
          .struct("options", FIELD_OPTIONS)
          .build();

  public static final Shape REPLACEMENT =
      Shape.named("Replacement")
          .struct("source", SOURCE_SELECTOR)
          .pointers("targets", TARGET_SELECTOR)
          .text("sourceValue")
          .build();

  public static final Shape REPLACEMENT_FIELD =
      Shape.named("ReplacementField")
          .embedded("Replacement")
          .struct("source", SOURCE_SELECTOR)
          .pointers("targets", TARGET_SELECTOR)
          .text("sourceValue")
          .embedded("")
          .text("path")
          .build();

  public static final Shape OBJECT_META =
      Shape.named("ObjectMeta").text("name", "namespace").textMap("labels", "annotations").build();

  public static final Shape GENERATOR_OPTIONS =
      Shape.named("GeneratorOptions")
          .textMap("labels", "annotations")
          .flag("disableNameSuffixHash", "immutable")
          .build();

  public static final Shape CONFIG_MAP_ARGS = generatorArgs("ConfigMapArgs").build();

  public static final Shape SECRET_ARGS =
      generatorArgs("SecretArgs").embedded("").text("type").build();

  private static final Shape VAR_TARGET =
      Shape.named("Target")
          .text("apiVersion")
          .embedded("Gvk")
          .text("group", "version", "kind")
          .embedded("")
          .text("name", "namespace")
          .build();

  public static final Shape VAR =
      Shape.named("Var")
          .text("name")
          .struct("objref", VAR_TARGET)
          .struct("fieldref", Shape.named("FieldSelector").text("fieldPath").build())
          .build();

  public static final Shape SORT_OPTIONS =
      Shape.named("SortOptions")
          .textOf("types.SortOrder", "order")
          .struct(
              "legacySortOptions",
              Shape.named("LegacySortOptions").texts("orderFirst", "orderLast").build())
          .build();

  private static final Shape HELM_GLOBALS =
      Shape.named("HelmGlobals").text("chartHome", "configHome").build();

  private static final Shape HELM_CHART =
      Shape.named("HelmChart")
          .text("name", "version", "repo", "releaseName", "namespace")
          .texts("additionalValuesFiles")
          .text("valuesFile")
          .any("valuesInline")
          .text("valuesMerge")
          .flag("includeCRDs", "skipHooks")
          .texts("apiVersions")
          .text("kubeVersion", "nameTemplate")
          .flag("skipTests", "debug", "devel")
          .build();

  private static final Shape HELM_CHART_ARGS =
      Shape.named("HelmChartArgs")
          .text("chartName", "chartVersion", "chartRepoUrl", "chartHome", "chartRepoName")
          .text("helmBin", "helmHome", "values")
          .any("valuesLocal")
          .text("valuesMerge", "releaseName", "releaseNamespace")
          .texts("extraArgs")
          .build();

  public static final Shape KUSTOMIZATION =
      Shape.named("Kustomization")
          .embedded("TypeMeta")
          .text("kind", "apiVersion")
          .embedded("")
          .struct("metadata", OBJECT_META)
          .textMap("openapi")
          .text("namePrefix", "nameSuffix", "namespace")
          .textMap("commonLabels")
          .structs("labels", LABEL)
          .textMap("commonAnnotations")
          .textsOf("types.PatchStrategicMerge", "patchesStrategicMerge")
          .structs("patchesJson6902", PATCH)
          .structs("patches", PATCH)
          .structs("images", IMAGE)
          .structs("imageTags", IMAGE)
          .structs("replacements", REPLACEMENT_FIELD)
          .structs("replicas", REPLICA)
          .structs("vars", VAR)
          .struct("sortOptions", SORT_OPTIONS)
          .texts("resources", "components", "crds", "bases")
          .structs("configMapGenerator", CONFIG_MAP_ARGS)
          .structs("secretGenerator", SECRET_ARGS)
          .struct("helmGlobals", HELM_GLOBALS)
          .structs("helmCharts", HELM_CHART)
          .structs("helmChartInflationGenerator", HELM_CHART_ARGS)
          .struct("generatorOptions", GENERATOR_OPTIONS)
          .texts("configurations", "generators", "transformers", "validators", "buildMetadata")
          .build();

  private Shapes() {}

  private static Shape.Builder generatorArgs(String typeName) {
    return Shape.named(typeName)
        .embedded("GeneratorArgs")
        .text("namespace", "name", "behavior")
        .embedded("GeneratorArgs.KvPairSources")
        .texts("literals", "files", "envs")
        .text("env")
        .embedded("GeneratorArgs")
        .struct("options", GENERATOR_OPTIONS);
  }
}
