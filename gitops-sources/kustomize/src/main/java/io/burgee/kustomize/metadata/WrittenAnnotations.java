package io.burgee.kustomize.metadata;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.util.LinkedHashMap;
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
      for (var entry : mapping.entries()) {
        if (!isBookkeeping(entry.name())) {
          texts.put(
              entry.name(), entry.value() instanceof ScalarNode scalar ? scalar.text() : "");
        }
      }
    }
    var written = new MappingNode();
    texts.forEach(
        (name, text) ->
            written.add(new MappingNode.Entry(ScalarNode.plain(name), ScalarNode.string(text))));
    return written;
  }

  private static boolean isBookkeeping(String name) {
    return OTHERS.contains(name)
        || (name.startsWith(INTERNAL)
            && INTERNAL_NAMES.contains(name.substring(INTERNAL.length())));
  }
}
