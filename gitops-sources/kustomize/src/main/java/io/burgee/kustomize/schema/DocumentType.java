package io.burgee.kustomize.schema;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as a user's document describes it, with its references followed when needed. */
record DocumentType(MappingNode description, MappingNode definitions) implements Schema.Type {
  private static final String DEFINITIONS = "#/definitions/";
  private static final int MAX_REFERENCES = 100;

  @Override
  public Schema.@Nullable Type field(String name) {
    if (description.get("properties") instanceof MappingNode properties
        && properties.get(name) instanceof MappingNode property) {
      return resolved(property);
    }
    return description.get("additionalProperties") instanceof MappingNode values
        ? resolved(values)
        : null;
  }

  @Override
  public Schema.@Nullable Type items() {
    return text(description.get("type")).equals("array")
            && description.get("items") instanceof MappingNode items
        ? resolved(items)
        : null;
  }

  @Override
  public ListMerge listMerge() {
    var strategies = text(description.get("x-kubernetes-patch-strategy")).split(",", -1);
    if (!Arrays.asList(strategies).contains("merge")) {
      return ListMerge.REPLACE;
    }
    if (description.get("x-kubernetes-list-map-keys") instanceof SequenceNode keys) {
      return new ListMerge(true, keys.items().stream().map(DocumentType::text).toList());
    }
    var key = text(description.get("x-kubernetes-patch-merge-key"));
    return new ListMerge(true, key.isEmpty() ? List.of() : List.of(key));
  }

  private Schema.@Nullable Type resolved(MappingNode type) {
    var present = type;
    for (int i = 0; present.has("$ref"); i++) {
      var reference = text(present.get("$ref"));
      if (i == MAX_REFERENCES
          || !reference.startsWith(DEFINITIONS)
          || !(definitions.get(name(reference)) instanceof MappingNode next)) {
        return null;
      }
      present = next;
    }
    return new DocumentType(present, definitions);
  }

  private static String name(String reference) {
    return reference.substring(DEFINITIONS.length()).replace("~1", "/").replace("~0", "~");
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
