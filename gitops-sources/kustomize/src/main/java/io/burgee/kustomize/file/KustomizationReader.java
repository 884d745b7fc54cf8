package io.burgee.kustomize.file;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.Node;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads kustomization files. Older fields end up under their newer names. */
public final class KustomizationReader {
  private static final String KIND = "Kustomization";
  private static final String VERSION = "kustomize.config.k8s.io/v1beta1";
  private static final String COMPONENT_KIND = "Component";
  private static final String COMPONENT_VERSION = "kustomize.config.k8s.io/v1alpha1";

  private static final Map<String, String> REPLACED_BY = replacedBy();

  /** Fields whose items are added to others': without items they say nothing. */
  private static final Set<String> MOVED =
      Set.of("bases", "imageTags", "helmChartInflationGenerator");

  private final YamlReader yaml;
  private final Consumer<String> warnings;

  public KustomizationReader(YamlLimits limits, Consumer<String> warnings) {
    this.yaml = new YamlReader(Dialect.HELM, limits);
    this.warnings = warnings;
  }

  /**
   * Reads the text of a file.
   *
   * @param folder the folder it is in, as messages name it
   */
  public Kustomization read(String text, String folder) {
    var file = parse(text);
    warn(file);
    if (isEmpty(file)) {
      throw new BuildException("kustomization.yaml is empty");
    }
    var kind = file.text("kind").isEmpty() ? KIND : file.text("kind");
    var required = kind.equals(COMPONENT_KIND) ? COMPONENT_VERSION : VERSION;
    var version = file.text("apiVersion").isEmpty() ? required : file.text("apiVersion");
    check(kind, version, required, folder);
    return kustomization(file, kind, version);
  }

  private Struct parse(String text) {
    try {
      var document = yaml.readFirst(text);
      return document == null ? Struct.EMPTY : strict(document);
    } catch (YamlException | BuildException e) {
      throw new BuildException("invalid Kustomization: " + e.getMessage(), e);
    }
  }

  private static Struct strict(Node document) {
    return Struct.strict(document, Shapes.KUSTOMIZATION);
  }

  private void warn(Struct file) {
    REPLACED_BY.forEach(
        (field, replacement) -> {
          if (file.has(field)) {
            warnings.accept(
                "# Warning: '"
                    + field
                    + "' is deprecated. Please use '"
                    + replacement
                    + "' instead. "
                    + (field.equals("vars") ? "[EXPERIMENTAL] " : "")
                    + "Run 'kustomize edit fix' to update your Kustomization automatically.");
          }
        });
  }

  private static Map<String, String> replacedBy() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("bases", "resources");
    fields.put("commonLabels", "labels");
    fields.put("imageTags", "images");
    fields.put("patchesJson6902", "patches");
    fields.put("patchesStrategicMerge", "patches");
    fields.put("vars", "replacements");
    return fields;
  }

  /** An empty list says something, an empty text doesn't. */
  private static boolean isEmpty(Struct file) {
    for (var name : file.names()) {
      boolean silent =
          name.equals("kind")
              || name.equals("apiVersion")
              || (MOVED.contains(name) && file.structs(name).isEmpty())
              || (file.textOrNull(name) != null && file.text(name).isEmpty());
      if (!silent) {
        return false;
      }
    }
    return true;
  }

  private static void check(String kind, String version, String required, String folder) {
    var wrong = new ArrayList<String>();
    if (!kind.equals(KIND) && !kind.equals(COMPONENT_KIND)) {
      wrong.add("kind should be Kustomization or Component");
    }
    if (!version.equals(required)) {
      wrong.add("apiVersion for " + kind + " should be " + required);
    }
    if (!wrong.isEmpty()) {
      throw new BuildException(
          "Failed to read kustomization file under " + folder + ":\n" + String.join("\n", wrong));
    }
  }

  private static Kustomization kustomization(Struct file, String kind, String version) {
    return new Kustomization(
        version,
        kind,
        joined(file.texts("resources"), file.texts("bases")),
        file.texts("components"),
        file.texts("crds"),
        file.texts("configurations"),
        file.text("namespace"),
        file.text("namePrefix"),
        file.text("nameSuffix"),
        Specs.all(file, "labels", Specs::label),
        file.textMap("commonLabels"),
        file.textMap("commonAnnotations"),
        Specs.all(file, "patches", Specs::patch),
        file.texts("patchesStrategicMerge"),
        Specs.all(file, "patchesJson6902", Specs::jsonPatch),
        joined(Specs.all(file, "images", Specs::image), Specs.all(file, "imageTags", Specs::image)),
        Specs.all(file, "replicas", Specs::replica),
        Specs.all(file, "replacements", Specs::replacementEntry),
        Specs.all(file, "vars", Specs::var),
        Specs.all(file, "configMapGenerator", Specs::generator),
        Specs.all(file, "secretGenerator", Specs::generator),
        Specs.generatorOptionsOrNull(file.structOrNull("generatorOptions")),
        file.texts("generators"),
        file.texts("transformers"),
        file.texts("validators"),
        Specs.sortOptions(file.structOrNull("sortOptions")),
        file.textMap("openapi"),
        file.texts("buildMetadata"),
        !file.structs("helmCharts").isEmpty()
            || !file.structs("helmChartInflationGenerator").isEmpty());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    if (second.isEmpty()) {
      return first;
    }
    var all = new ArrayList<T>(first);
    all.addAll(second);
    return all;
  }
}
