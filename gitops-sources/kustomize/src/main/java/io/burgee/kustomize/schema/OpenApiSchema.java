package io.burgee.kustomize.schema;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an OpenAPI document (version 2) of the user's says of kinds. */
public final class OpenApiSchema implements Schema {
  private static final String KIND_OF = "x-kubernetes-group-version-kind";

  private final Schema builtIn;
  private final boolean adds;
  private final Map<Gvk, Type> types = new HashMap<>();
  private final Map<Gvk, Boolean> namespaced = new HashMap<>();

  private OpenApiSchema(Schema builtIn, boolean adds) {
    this.builtIn = builtIn;
    this.adds = adds;
  }

  /**
   * Reads a document, JSON or YAML.
   *
   * @param builtIn what is known without it: its scopes stand in any case
   * @param adds whether the types of {@code builtIn} are known too
   * @throws BuildException if it is no such document
   */
  public static OpenApiSchema parse(String text, Schema builtIn, boolean adds, YamlLimits limits) {
    var schema = new OpenApiSchema(builtIn, adds);
    if (document(text, limits) instanceof MappingNode document) {
      schema.readTypes(document);
      schema.readScopes(document);
      return schema;
    }
    throw new BuildException("invalid schema file: it is no OpenAPI document");
  }

  private static Node document(String text, YamlLimits limits) {
    try {
      var documents = new YamlReader(Dialect.HELM, limits).read(text);
      return documents.isEmpty() || documents.getFirst().isNull()
          ? new MappingNode()
          : documents.getFirst();
    } catch (YamlException e) {
      throw new BuildException("invalid schema file: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean clusterScoped(Gvk gvk) {
    return builtIn.clusterScoped(gvk)
        || (builtIn.type(gvk) == null && Boolean.FALSE.equals(namespaced.get(gvk)));
  }

  @Override
  public @Nullable Type type(Gvk gvk) {
    var type = types.get(gvk);
    return type == null && adds ? builtIn.type(gvk) : type;
  }

  private void readTypes(MappingNode document) {
    if (!(document.get("definitions") instanceof MappingNode definitions)) {
      return;
    }
    for (var definition : definitions.entries()) {
      if (definition.value() instanceof MappingNode type
          && type.get(KIND_OF) instanceof SequenceNode kinds) {
        for (var kind : kinds.items()) {
          var gvk = gvk(kind);
          if (gvk != null) {
            types.put(gvk, new DocumentType(type, definitions));
          }
        }
      }
    }
  }

  /** A kind that can be read in a namespace has one, even if it can be read across all too. */
  private void readScopes(MappingNode document) {
    if (!(document.get("paths") instanceof MappingNode paths)) {
      return;
    }
    for (var path : paths.entries()) {
      if (path.value() instanceof MappingNode operations
          && operations.get("get") instanceof MappingNode get) {
        var gvk = gvk(get.get(KIND_OF));
        if (gvk != null) {
          boolean inNamespace = path.name().contains("namespaces/{namespace}");
          namespaced.merge(gvk, inNamespace, Boolean::logicalOr);
        }
      }
    }
  }

  private static @Nullable Gvk gvk(@Nullable Node node) {
    if (!(node instanceof MappingNode parts)) {
      return null;
    }
    var version = text(parts.get("version"));
    var kind = text(parts.get("kind"));
    return version.isEmpty() || kind.isEmpty()
        ? null
        : new Gvk(text(parts.get("group")), version, kind);
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
