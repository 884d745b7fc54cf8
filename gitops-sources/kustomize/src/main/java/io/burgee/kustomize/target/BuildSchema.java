package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildOptions.OpenApi;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.schema.OpenApiSchema;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.YamlLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema of one build: the one built in until a kustomization file brings another. As for the
 * real tool, that one hides the types of the first only if nobody has needed them before.
 */
final class BuildSchema implements Schema {
  private static final String BUILT_IN_VERSION = "v1.21.2";

  private final OpenApi mode;
  private final YamlLimits limits;
  private Schema present;
  private boolean chosen;
  private boolean needed;

  BuildSchema(Schema builtIn, OpenApi mode, YamlLimits limits) {
    this.limits = limits;
    this.present = builtIn;
    this.mode = mode;
  }

  /**
   * Takes what a kustomization file says. The first that says something counts, the outermost being
   * the first of all.
   *
   * @throws BuildException if the file can't be read, or the version isn't built in
   */
  void choose(Map<String, String> openapi, Files files) {
    var path = openapi.get("path");
    var text = path == null ? null : files.text(path);
    var version = openapi.getOrDefault("version", "");
    if (chosen) {
      return;
    }
    if (text != null) {
      if (openapi.containsKey("version")) {
        throw new BuildException("builtin version and custom schema provided, cannot use both");
      }
      present = OpenApiSchema.parse(text, present, needed || mode == OpenApi.ADDS, limits);
      chosen = true;
    } else if (!version.isEmpty()) {
      if (!version.equals(BUILT_IN_VERSION)) {
        throw new BuildException("the specified OpenAPI version is not built in");
      }
      chosen = true;
    }
  }

  @Override
  public boolean clusterScoped(Gvk gvk) {
    needed = needed || (!chosen && present.type(gvk) == null);
    return present.clusterScoped(gvk);
  }

  @Override
  public @Nullable Type type(Gvk gvk) {
    needed = true;
    return present.type(gvk);
  }
}
