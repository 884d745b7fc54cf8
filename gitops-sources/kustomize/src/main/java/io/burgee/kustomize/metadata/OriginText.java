package io.burgee.kustomize.metadata;

import io.burgee.kustomize.resource.Origin;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.YamlWriter;

/** Origins as YAML, in the order of their fields; empty ones are left out. */
final class OriginText {
  private OriginText() {}

  static String of(Origin origin) {
    var text = new StringBuilder();
    field("path", origin.path(), text);
    field("repo", origin.repo(), text);
    field("ref", origin.ref(), text);
    field("configuredIn", origin.configuredIn(), text);
    var by = origin.configuredBy();
    if (!by.equals(Origin.ConfiguredBy.NOBODY)) {
      text.append("configuredBy:\n");
      field("  apiVersion", by.apiVersion(), text);
      field("  kind", by.kind(), text);
      field("  name", by.name(), text);
      field("  namespace", by.namespace(), text);
    }
    return text.isEmpty() ? "{}\n" : text.toString();
  }

  /** Appends what {@link #of} gave as an item of a list. */
  static void item(String origin, StringBuilder list) {
    boolean first = true;
    for (var line : origin.lines().toList()) {
      list.append(first ? "- " : "  ").append(line).append('\n');
      first = false;
    }
  }

  private static void field(String name, String value, StringBuilder text) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(YamlWriter.write(ScalarNode.string(value)));
    }
  }
}
