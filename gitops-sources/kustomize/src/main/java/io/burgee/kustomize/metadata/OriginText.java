package io.burgee.kustomize.metadata;

import io.burgee.kustomize.resource.Origin;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.YamlWriter;
import java.util.List;

/** Origins as the YAML text of an annotation. */
final class OriginText {
  private OriginText() {}

  static String of(Origin origin) {
    return YamlWriter.writeAsWritten(node(origin));
  }

  static String of(List<Origin> origins) {
    var list = new SequenceNode();
    origins.forEach(origin -> list.items().add(node(origin)));
    return YamlWriter.writeAsWritten(list);
  }

  private static Node node(Origin origin) {
    var node = new MappingNode();
    put(node, "path", origin.path());
    put(node, "repo", origin.repo());
    put(node, "ref", origin.ref());
    put(node, "configuredIn", origin.configuredIn());
    var by = new MappingNode();
    put(by, "apiVersion", origin.configuredBy().apiVersion());
    put(by, "kind", origin.configuredBy().kind());
    put(by, "name", origin.configuredBy().name());
    put(by, "namespace", origin.configuredBy().namespace());
    if (!by.isEmpty()) {
      node.put("configuredBy", by);
    }
    return node;
  }

  private static void put(MappingNode node, String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, ScalarNode.string(value));
    }
  }
}
