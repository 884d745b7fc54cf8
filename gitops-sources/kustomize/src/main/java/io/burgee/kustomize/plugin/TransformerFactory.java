package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.JsonPatchSpec;
import io.burgee.kustomize.file.PatchSpec;
import io.burgee.kustomize.file.ReplacementEntry;
import io.burgee.kustomize.file.ReplacementSpec;
import io.burgee.kustomize.file.Shapes;
import io.burgee.kustomize.file.Specs;
import io.burgee.kustomize.file.Struct;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.replace.ReplacementTransformer;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.transform.PatchJson6902Transformer;
import io.burgee.kustomize.transform.PatchStrategicMergeTransformer;
import io.burgee.kustomize.transform.PatchTransformer;
import io.burgee.kustomize.transform.Transformer;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Makes the transformers that work with files: reads those, and refuses settings that clash. */
public final class TransformerFactory {
  private final Files files;
  private final ResourceReader resources;
  private final YamlReader yaml;
  private final YamlLimits limits;

  public TransformerFactory(Files files, ResourceReader resources, Budget budget) {
    this.files = files;
    this.resources = resources;
    this.limits = budget.limits().yaml();
    this.yaml = new YamlReader(Dialect.HELM, budget.limits().yaml());
  }

  public Transformer patch(PatchSpec spec) {
    var patch = spec.patch().strip();
    if (patch.isEmpty() && spec.path().isEmpty()) {
      throw new BuildException("must specify one of patch and path in\n");
    }
    if (!patch.isEmpty() && !spec.path().isEmpty()) {
      throw new BuildException("patch and path can't be set at the same time\n");
    }
    return patch.isEmpty()
        ? patch(spec, patchFile(spec.path()), PatchTransformer.file(spec.path()))
        : patch(spec, patch, PatchTransformer.inline(patch));
  }

  private Transformer patch(PatchSpec spec, String text, String source) {
    return new PatchTransformer(
        text,
        source,
        spec.target(),
        spec.allowNameChange(),
        spec.allowKindChange(),
        resources::read,
        limits);
  }

  private String patchFile(String path) {
    try {
      return files.text(path);
    } catch (BuildException e) {
      throw e.in("failed to get the patch file from path(" + path + ")");
    }
  }

  /**
   * A transformer for patches that find their targets by their own names.
   *
   * @param patches each a patch, or the path of a file with patches
   * @param more further patches as one text; may be empty
   */
  public Transformer strategicMerge(List<String> patches, String more) {
    if (patches.isEmpty() && more.isEmpty()) {
      throw new BuildException("empty file path and empty patch content");
    }
    var loaded = new ArrayList<Resource>();
    for (var patch : patches) {
      loaded.addAll(inlineOrFile(patch));
    }
    if (!more.isEmpty()) {
      loaded.addAll(resources.read(more));
    }
    if (loaded.isEmpty()) {
      throw new BuildException(
          "patch appears to be empty; files=[" + String.join(" ", patches) + "], Patch=" + more);
    }
    return new PatchStrategicMergeTransformer(loaded);
  }

  private List<Resource> inlineOrFile(String patch) {
    try {
      return resources.read(patch);
    } catch (BuildException isPath) {
      return ofFile(patch);
    }
  }

  private List<Resource> ofFile(String path) {
    var text = files.text(path);
    try {
      return resources.read(text);
    } catch (BuildException e) {
      throw e.getMessage().contains("MalformedYAMLError")
          ? new BuildException(e.getMessage() + " in File: " + path, e)
          : e;
    }
  }

  public Transformer jsonPatch(JsonPatchSpec spec) {
    if (spec.target() == null || spec.target().name().isEmpty()) {
      throw new BuildException("must specify the target name");
    }
    if (spec.path().isEmpty() && spec.patch().isEmpty()) {
      throw new BuildException("empty file path and empty jsonOp");
    }
    if (!spec.path().isEmpty() && !spec.patch().isEmpty()) {
      throw new BuildException("must specify a file path or jsonOp, not both");
    }
    var text = spec.path().isEmpty() ? spec.patch() : files.text(spec.path());
    if (text.isEmpty()) {
      throw new BuildException("patch file '" + spec.path() + "' empty seems to be empty");
    }
    return new PatchJson6902Transformer(spec.target(), text, limits);
  }

  /** A transformer for all of a kustomization's replacements; their files are read now. */
  public Transformer replacements(List<ReplacementEntry> entries) {
    var all = new ArrayList<ReplacementSpec>();
    for (var entry : entries) {
      var inline = entry.replacement();
      if (entry.path().isEmpty()) {
        all.add(withoutEmpty(inline));
        continue;
      }
      if (inline.source() != null || (inline.targets() != null && !inline.targets().isEmpty())) {
        throw new BuildException("cannot specify both path and inline replacement");
      }
      all.addAll(replacementFile(entry.path()));
    }
    return new ReplacementTransformer(all);
  }

  /** An empty list of targets counts as none here, unlike in a file. */
  private static ReplacementSpec withoutEmpty(ReplacementSpec spec) {
    return spec.targets() != null && spec.targets().isEmpty()
        ? new ReplacementSpec(spec.source(), spec.sourceValue(), null)
        : spec;
  }

  private List<ReplacementSpec> replacementFile(String path) {
    var document = document(files.text(path));
    return switch (document) {
      case SequenceNode list -> list.items().stream().map(TransformerFactory::replacement).toList();
      case MappingNode one -> List.of(replacement(one));
      case ScalarNode scalar ->
          throw new BuildException(
              "unsupported replacement type encountered within replacement path: " + kind(scalar));
    };
  }

  private static String kind(ScalarNode scalar) {
    return switch (scalar.tag()) {
      case NULL -> "invalid";
      case BOOL -> "bool";
      case INT, FLOAT -> "float64";
      case STRING, TIMESTAMP, BINARY -> "string";
    };
  }

  private static ReplacementSpec replacement(Node node) {
    try {
      return Specs.replacement(Struct.lenient(node, Shapes.REPLACEMENT));
    } catch (BuildException e) {
      throw e.in("error unmarshaling JSON: while decoding JSON");
    }
  }

  private Node document(String text) {
    try {
      var document = yaml.readFirst(text);
      return document == null ? ScalarNode.nothing() : document;
    } catch (YamlException e) {
      throw new BuildException("error converting YAML to JSON: " + e.getMessage(), e);
    }
  }
}
