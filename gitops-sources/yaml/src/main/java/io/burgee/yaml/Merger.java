package io.burgee.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows merge keys. For kustomize what a mapping says itself wins, for Helm what is written last.
 */
final class Merger {
  private final Dialect dialect;
  private final List<MappingNode.Entry> merged = new ArrayList<>();
  private final Map<String, MappingNode.Entry> byName = new HashMap<>();

  Merger(Dialect dialect) {
    this.dialect = dialect;
  }

  MappingNode merge(List<MappingNode.Entry> entries, Predicate<ScalarNode> isMerge) {
    if (dialect == Dialect.HELM) {
      for (var entry : entries) {
        if (isMerge.test(entry.key())) {
          sources(entry.value()).forEach(source -> source.entries().forEach(this::set));
        } else {
          set(entry);
        }
      }
      return new MappingNode(merged);
    }
    List<MappingNode> sources = List.of();
    boolean seen = false;
    for (var entry : entries) {
      // The real tool removes every key of this name, quoted ones too.
      if (!entry.name().equals("<<")) {
        merged.add(entry);
        byName.put(entry.name(), entry);
      } else if (isMerge.test(entry.key())) {
        if (seen) {
          throw new YamlException("duplicate merge key");
        }
        sources = sources(entry.value());
        seen = true;
      }
    }
    var own = Set.copyOf(byName.keySet());
    for (var source : sources) {
      for (var entry : source.entries()) {
        if (!own.contains(entry.name())) {
          set(entry);
        }
      }
    }
    return new MappingNode(merged);
  }

  private void set(MappingNode.Entry entry) {
    var known = byName.get(entry.name());
    if (known == null) {
      byName.put(entry.name(), entry);
      merged.add(entry);
    } else {
      known.value(entry.value());
    }
  }

  /** What a merge key names, the least important first. */
  private List<MappingNode> sources(Node value) {
    if (value instanceof MappingNode mapping) {
      return List.of(mapping);
    }
    if (!(value instanceof SequenceNode sequence)) {
      throw notMergeable();
    }
    var sources = new ArrayList<MappingNode>();
    for (var item : sequence.items().reversed()) {
      if (item instanceof SequenceNode) {
        if (dialect == Dialect.HELM) {
          throw notMergeable();
        }
        throw new YamlException("invalid map merge: received a nested sequence");
      }
      sources.addAll(sources(item));
    }
    return sources;
  }

  private YamlException notMergeable() {
    String prefix = dialect == Dialect.HELM ? "yaml: " : "";
    return new YamlException(prefix + "map merge requires map or sequence of maps as the value");
  }
}
