package io.burgee.kustomize.file;

import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.resource.Gvk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what users wrote of structs that have the shapes of {@link Shapes}. */
public final class Specs {
  private Specs() {}

  /** All items of a list. */
  public static <T> List<T> all(Struct struct, String field, Function<Struct, T> make) {
    return struct.structs(field).stream().map(make).toList();
  }

  public static @Nullable SelectorSpec selectorOrNull(@Nullable Struct struct) {
    return struct == null ? null : selector(struct);
  }

  public static SelectorSpec selector(Struct struct) {
    return new SelectorSpec(
        struct.text("group"),
        struct.text("version"),
        struct.text("kind"),
        struct.text("name"),
        struct.text("namespace"),
        struct.text("labelSelector"),
        struct.text("annotationSelector"));
  }

  public static FieldSpec fieldSpec(Struct struct) {
    return new FieldSpec(gvk(struct), struct.text("path"), struct.flag("create"));
  }

  public static PatchSpec patch(Struct struct) {
    var options = struct.struct("options");
    return new PatchSpec(
        struct.text("path"),
        struct.text("patch"),
        selectorOrNull(struct.structOrNull("target")),
        options.flag("allowNameChange"),
        options.flag("allowKindChange"));
  }

  public static JsonPatchSpec jsonPatch(Struct struct) {
    return new JsonPatchSpec(
        selectorOrNull(struct.structOrNull("target")), struct.text("path"), struct.text("patch"));
  }

  public static LabelSpec label(Struct struct) {
    return new LabelSpec(
        struct.textMap("pairs"),
        struct.flag("includeSelectors"),
        struct.flag("includeTemplates"),
        all(struct, "fields", Specs::fieldSpec));
  }

  public static ImageSpec image(Struct struct) {
    return new ImageSpec(
        struct.text("name"),
        struct.text("newName"),
        struct.text("newTag"),
        struct.text("tagSuffix"),
        struct.text("digest"));
  }

  public static ReplicaSpec replica(Struct struct) {
    return new ReplicaSpec(struct.text("name"), struct.integer("count"));
  }

  public static VarSpec var(Struct struct) {
    var target = struct.struct("objref");
    return new VarSpec(
        struct.text("name"),
        new VarSpec.Target(
            target.text("apiVersion"),
            target.text("group"),
            target.text("version"),
            target.text("kind"),
            target.text("name"),
            target.text("namespace")),
        struct.struct("fieldref").text("fieldPath"));
  }

  public static @Nullable GeneratorOptions generatorOptionsOrNull(@Nullable Struct struct) {
    return struct == null
        ? null
        : new GeneratorOptions(
            struct.textMap("labels"),
            struct.textMap("annotations"),
            struct.flag("disableNameSuffixHash"),
            struct.flag("immutable"));
  }

  public static GeneratorSpec generator(Struct struct) {
    var envs = new ArrayList<>(struct.texts("envs"));
    if (!struct.text("env").isEmpty()) {
      envs.add(struct.text("env"));
    }
    return new GeneratorSpec(
        struct.text("name"),
        struct.text("namespace"),
        struct.text("behavior"),
        struct.texts("literals"),
        struct.texts("files"),
        envs,
        struct.text("type"),
        generatorOptionsOrNull(struct.structOrNull("options")));
  }

  public static ReplacementEntry replacementEntry(Struct struct) {
    return new ReplacementEntry(struct.text("path"), replacement(struct));
  }

  public static ReplacementSpec replacement(Struct struct) {
    return new ReplacementSpec(
        source(struct.structOrNull("source")),
        struct.textOrNull("sourceValue"),
        struct.has("targets") ? all(struct, "targets", Specs::target) : null);
  }

  private static ReplacementSpec.@Nullable Source source(@Nullable Struct struct) {
    return struct == null
        ? null
        : new ReplacementSpec.Source(
            struct.text("group"),
            struct.text("version"),
            struct.text("kind"),
            struct.text("name"),
            struct.text("namespace"),
            struct.text("fieldPath"),
            fieldOptions(struct.structOrNull("options")));
  }

  private static ReplacementSpec.Target target(Struct struct) {
    return new ReplacementSpec.Target(
        selectorOrNull(struct.structOrNull("select")),
        all(struct, "reject", Specs::selector),
        struct.texts("fieldPaths"),
        fieldOptions(struct.structOrNull("options")));
  }

  private static ReplacementSpec.@Nullable FieldOptions fieldOptions(@Nullable Struct struct) {
    return struct == null
        ? null
        : new ReplacementSpec.FieldOptions(
            struct.text("delimiter"),
            Math.toIntExact(struct.integer("index")),
            struct.text("encoding"),
            struct.flag("create"));
  }

  static @Nullable SortOptions sortOptions(@Nullable Struct struct) {
    if (struct == null) {
      return null;
    }
    var legacy = struct.structOrNull("legacySortOptions");
    return new SortOptions(
        struct.text("order"),
        legacy == null
            ? null
            : new SortOptions.Legacy(legacy.texts("orderFirst"), legacy.texts("orderLast")));
  }

  private static Gvk gvk(Struct struct) {
    return new Gvk(struct.text("group"), struct.text("version"), struct.text("kind"));
  }
}
