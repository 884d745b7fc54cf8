package io.burgee.kustomize.metadata;

import io.burgee.kustomize.resource.Resource;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Brings annotations into the form in which the real tool leaves them, which writes all of them
 * anew: values are text, of equal keys the last counts, its own notes are gone, and so is an empty
 * mapping.
 */
public final class AnnotationTexts {
  private static final Set<String> OWN_NOTES =
      Set.of(
          "internal.config.kubernetes.io/previousKinds",
          "internal.config.kubernetes.io/previousNames",
          "internal.config.kubernetes.io/prefixes",
          "internal.config.kubernetes.io/suffixes",
          "internal.config.kubernetes.io/previousNamespaces",
          "internal.config.kubernetes.io/allowNameChange",
          "internal.config.kubernetes.io/allowKindChange",
          "internal.config.kubernetes.io/refBy",
          "internal.config.kubernetes.io/generatorBehavior",
          "internal.config.kubernetes.io/needsHashSuffix",
          "internal.config.kubernetes.io/path",
          "internal.config.kubernetes.io/index",
          "internal.config.kubernetes.io/seqindent",
          "internal.config.kubernetes.io/id",
          "internal.config.kubernetes.io/annotations-migration-resource-id",
          "internal.config.kubernetes.io/helm-generated",
          "config.kubernetes.io/path",
          "config.kubernetes.io/index",
          "config.k8s.io/id");

  private AnnotationTexts() {}

  /** Does it to one resource. */
  public static void apply(Resource resource) {
    var node = resource.node();
    if (!(node.get("metadata") instanceof MappingNode metadata)) {
      if (!node.has("metadata")) {
        node.put("metadata", new MappingNode());
      }
      return;
    }
    var annotations = metadata.get("annotations");
    if (annotations == null || (annotations instanceof MappingNode map && isFine(map))) {
      return;
    }
    var texts = new LinkedHashMap<String, String>();
    collect(annotations, texts);
    texts.keySet().removeAll(OWN_NOTES);
    metadata.remove("annotations");
    if (!texts.isEmpty()) {
      var entries = new ArrayList<MappingNode.Entry>(texts.size());
      texts.forEach(
          (key, value) ->
              entries.add(new MappingNode.Entry(ScalarNode.string(key), ScalarNode.string(value))));
      metadata.put("annotations", new MappingNode(entries));
    }
  }

  /** Most annotations are: then nothing is made anew. */
  private static boolean isFine(MappingNode annotations) {
    var entries = annotations.entries();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      boolean isText = entry.value() instanceof ScalarNode scalar && scalar.tag() == Tag.STRING;
      if (!isText
          || entry.key().tag() != Tag.STRING
          || annotations.entry(entry.name()) != entry
          || OWN_NOTES.contains(entry.name())) {
        return false;
      }
    }
    return !entries.isEmpty();
  }

  private static void collect(Node annotations, LinkedHashMap<String, String> texts) {
    switch (annotations) {
      case MappingNode mapping ->
          mapping.entries().forEach(entry -> texts.put(entry.name(), text(entry.value())));
      // The real tool takes a list's items for keys and values in turn.
      case SequenceNode list -> collect(list.items(), texts);
      case ScalarNode nothing -> {}
    }
  }

  private static void collect(List<Node> items, LinkedHashMap<String, String> texts) {
    for (int i = 0; i + 1 < items.size(); i += 2) {
      texts.put(text(items.get(i)), text(items.get(i + 1)));
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
