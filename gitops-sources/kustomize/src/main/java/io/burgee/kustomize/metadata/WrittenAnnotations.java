package io.burgee.kustomize.metadata;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that an object comes out with: all values are strings, keys mean what they look
 * like, and names that the real tool uses for its own bookkeeping are gone, whoever wrote them.
 */
final class WrittenAnnotations {
  private static final String INTERNAL = "internal.config.kubernetes.io/";

  private static final Set<String> INTERNAL_NAMES =
      Set.of(
          "previousKinds",
          "previousNames",
          "prefixes",
          "suffixes",
          "previousNamespaces",
          "allowNameChange",
          "allowKindChange",
          "refBy",
          "generatorBehavior",
          "needsHashSuffix",
          "path",
          "index",
          "seqindent",
          "id",
          "annotations-migration-resource-id",
          "helm-generated");

  private static final Set<String> OTHERS =
      Set.of("config.kubernetes.io/path", "config.kubernetes.io/index", "config.k8s.io/id");

  private WrittenAnnotations() {}

  static MappingNode of(@Nullable Node annotations) {
    var texts = new LinkedHashMap<String, String>();
    if (annotations instanceof MappingNode mapping) {
      mapping.entries().forEach(entry -> texts.put(entry.name(), text(entry.value())));
    } else if (annotations instanceof SequenceNode list) {
      collect(list.items(), texts);
    }
    var written = new MappingNode();
    for (var each : texts.entrySet()) {
      if (!isBookkeeping(each.getKey())) {
        var key = ScalarNode.plain(each.getKey());
        written.add(new MappingNode.Entry(key, ScalarNode.string(each.getValue())));
      }
    }
    return written;
  }

  /** The real tool takes a list's items for keys and values in turn. */
  private static void collect(List<Node> items, Map<String, String> texts) {
    for (int i = 0; i + 1 < items.size(); i += 2) {
      texts.put(text(items.get(i)), text(items.get(i + 1)));
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static boolean isBookkeeping(String name) {
    return OTHERS.contains(name)
        || (name.startsWith(INTERNAL)
            && INTERNAL_NAMES.contains(name.substring(INTERNAL.length())));
  }
}
