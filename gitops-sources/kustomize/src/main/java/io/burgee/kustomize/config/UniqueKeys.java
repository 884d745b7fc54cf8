package io.burgee.kustomize.config;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Refuses a key that is in one mapping twice, where the real tool reads strictly. */
final class UniqueKeys {
  private UniqueKeys() {}

  static void check(@Nullable Node node) {
    switch (node) {
      case null -> {}
      case ScalarNode scalar -> {}
      case SequenceNode list -> list.items().forEach(UniqueKeys::check);
      case MappingNode mapping -> {
        var seen = HashSet.<String>newHashSet(mapping.size());
        for (var entry : mapping.entries()) {
          if (!seen.add(entry.name())) {
            throw new BuildException(
                "error converting YAML to JSON: yaml: unmarshal errors: key \""
                    + entry.name()
                    + "\" already set in map");
          }
          check(entry.value());
        }
      }
    }
  }
}
