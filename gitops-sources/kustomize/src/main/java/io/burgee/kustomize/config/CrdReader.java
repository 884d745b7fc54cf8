package io.burgee.kustomize.config;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldSpecs;
import io.burgee.kustomize.fieldspec.NameReference;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a file of {@code crds} which fields of the types there mean something to transformers.
 */
final class CrdReader {
  private static final int DEEPEST = 200;
  private static final String ANNOTATION = "x-kubernetes-annotation";
  private static final String LABEL_SELECTOR = "x-kubernetes-label-selector";
  private static final String IDENTITY = "x-kubernetes-identity";
  private static final String REFERENCE_VERSION = "x-kubernetes-object-ref-api-version";
  private static final String REFERENCE_KIND = "x-kubernetes-object-ref-kind";
  private static final String REFERENCE_KEY = "x-kubernetes-object-ref-name-key";

  private final MappingNode types;
  private List<FieldSpec> annotations = List.of();
  private List<FieldSpec> labels = List.of();
  private List<FieldSpec> identities = List.of();
  private List<NameReference> references = List.of();

  private CrdReader(MappingNode types) {
    this.types = types;
  }

  static TransformerConfig read(Node document) {
    if (!(document instanceof MappingNode types)) {
      throw new BuildException(
          "error unmarshaling JSON: while decoding JSON: the file is no mapping of types");
    }
    return new CrdReader(types).config();
  }

  private TransformerConfig config() {
    for (var type : types.entries()) {
      requireMapping(type.value());
      var properties = properties(type.value());
      if (properties != null && isObject(properties)) {
        String kind = type.name().substring(type.name().lastIndexOf('.') + 1);
        add(new Gvk("", "", kind), properties, "", 0);
      }
    }
    return new TransformerConfig(
            identities,
            List.of(),
            List.of(),
            labels,
            List.of(),
            List.of(),
            annotations,
            references,
            List.of(),
            List.of(),
            List.of())
        .sorted();
  }

  private static void requireMapping(Node type) {
    if (type instanceof MappingNode || type.isNull()) {
      return;
    }
    throw new BuildException(
        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
            + (type instanceof ScalarNode scalar && scalar.tag() == Tag.STRING ? "string" : "value")
            + " into Go value of type accumulator.OpenAPIDefinition");
  }

  private static boolean isObject(MappingNode properties) {
    return properties.has("kind") && properties.has("apiVersion") && properties.has("metadata");
  }

  private void add(Gvk gvk, MappingNode properties, String path, int depth) {
    if (depth > DEEPEST) {
      throw new BuildException("types refer to each other without end: " + path);
    }
    for (var property : properties.entries()) {
      if (property.value() instanceof MappingNode schema) {
        addProperty(gvk, schema, path + property.name(), depth);
      }
    }
  }

  private void addProperty(Gvk gvk, MappingNode schema, String path, int depth) {
    var spec = new FieldSpec(gvk, path, false);
    if (extension(schema, ANNOTATION) != null) {
      annotations = FieldSpecs.united(annotations, List.of(spec));
    }
    if (extension(schema, LABEL_SELECTOR) != null) {
      labels = FieldSpecs.united(labels, List.of(spec));
    }
    if (extension(schema, IDENTITY) != null) {
      identities = FieldSpecs.united(identities, List.of(spec));
    }
    addReference(gvk, schema, path);
    if (schema.get("$ref") instanceof ScalarNode type && !type.text().isEmpty()) {
      var referred = types.get(type.text());
      var properties = referred == null ? null : properties(referred);
      if (properties != null) {
        add(gvk, properties, path + "/", depth + 1);
      }
    }
  }

  private void addReference(Gvk gvk, MappingNode schema, String path) {
    String version = extension(schema, REFERENCE_VERSION);
    String kind = extension(schema, REFERENCE_KIND);
    if (version == null || kind == null) {
      return;
    }
    String key = extension(schema, REFERENCE_KEY);
    var referrer = new FieldSpec(gvk, path + "/" + (key == null ? "name" : key), false);
    references =
        TransformerConfig.withReference(
            references, new NameReference(new Gvk("", version, kind), List.of(referrer)));
  }

  private static @Nullable MappingNode properties(Node type) {
    return field(type, "schema") instanceof MappingNode schema
            && schema.get("properties") instanceof MappingNode properties
        ? properties
        : null;
  }

  /** A field whose name may be written in any case. */
  private static @Nullable Node field(Node node, String name) {
    if (node instanceof MappingNode mapping) {
      for (var entry : mapping.entries()) {
        if (entry.name().equalsIgnoreCase(name)) {
          return entry.value();
        }
      }
    }
    return null;
  }

  /** The text of an extension; one that is no text counts for nothing. */
  private static @Nullable String extension(MappingNode schema, String name) {
    for (var entry : schema.entries()) {
      if (entry.name().toLowerCase(Locale.ROOT).equals(name)
          && entry.value() instanceof ScalarNode value
          && value.tag() == Tag.STRING) {
        return value.text();
      }
    }
    return null;
  }
}
