package io.burgee.kustomize.generate;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.GeneratorOptions;
import io.burgee.kustomize.file.GeneratorSpec;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resource.Behavior;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import java.util.Map;

/** What generated ConfigMaps and Secrets have in common: all but their values. */
final class Frame {
  private Frame() {}

  static MappingNode of(String kind, GeneratorSpec spec) {
    if (spec.name().isEmpty()) {
      throw new BuildException("a configmap must have a name");
    }
    var metadata = new MappingNode();
    metadata.put("name", ScalarNode.string(spec.name()));
    if (!spec.namespace().isEmpty()) {
      metadata.put("namespace", ScalarNode.string(spec.namespace()));
    }
    var node = new MappingNode();
    node.put("apiVersion", ScalarNode.string("v1"));
    node.put("kind", ScalarNode.string(kind));
    node.put("metadata", metadata);
    return node;
  }

  static Resource finish(
      MappingNode node, GeneratorSpec spec, GeneratorOptions options, Schema schema) {
    if (node.get("metadata") instanceof MappingNode metadata) {
      putAll(metadata, "labels", options.labels());
      putAll(metadata, "annotations", options.annotations());
    }
    if (options.immutable()) {
      node.put("immutable", ScalarNode.bool(true));
    }
    var resource = new Resource(node, schema);
    resource.needsHash(!options.disableNameSuffixHash());
    resource.behavior(behavior(spec.behavior()));
    return resource;
  }

  private static void putAll(MappingNode metadata, String name, Map<String, String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    var values = new MappingNode();
    texts.forEach((key, text) -> put(values, key, text));
    metadata.put(name, values);
  }

  /** Adds a text by a new key, which means what it looks like: one of digits becomes a number. */
  static void put(MappingNode values, String key, String text) {
    values.add(new MappingNode.Entry(ScalarNode.plain(key), ScalarNode.safeString(text)));
  }

  /** A word that isn't known says nothing, like none. */
  private static Behavior behavior(String word) {
    return switch (word) {
      case "create" -> Behavior.CREATE;
      case "replace" -> Behavior.REPLACE;
      case "merge" -> Behavior.MERGE;
      default -> Behavior.UNSPECIFIED;
    };
  }
}
