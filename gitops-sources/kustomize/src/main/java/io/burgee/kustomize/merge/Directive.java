package io.burgee.kustomize.merge;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import org.jspecify.annotations.Nullable;

/** What {@code $patch} in a patch asks for. Reading it takes it out of the patch. */
enum Directive {
  MERGE,
  REPLACE,
  DELETE;

  private static final String KEY = "$patch";

  static Directive takeFrom(MappingNode patch) {
    var value = patch.get(KEY);
    if (value == null) {
      return MERGE;
    }
    var directive = of(value);
    patch.remove(KEY);
    return directive;
  }

  /** As {@link #takeFrom(MappingNode)}, but an unknown directive is a field like others. */
  static Directive takeKnownFrom(MappingNode patch) {
    var value = patch.get(KEY);
    return value == null || known(value) == null ? MERGE : takeFrom(patch);
  }

  /**
   * A list has its directive in the first item with the key, if there is nothing else in it. All
   * items that say the same go with it, those of single items too.
   */
  static Directive takeFrom(SequenceNode patch) {
    for (var item : patch.items()) {
      var value = item instanceof MappingNode mapping ? mapping.get(KEY) : null;
      if (item instanceof MappingNode mapping && value != null) {
        if (mapping.size() > 1) {
          return MERGE;
        }
        var directive = of(value);
        patch.items().removeIf(each -> Items.isVoid(each) || says(each, text(value)));
        return directive;
      }
    }
    return MERGE;
  }

  private static boolean says(Node item, String directive) {
    return item instanceof MappingNode mapping
        && mapping.get(KEY) instanceof ScalarNode value
        && !value.isNull()
        && value.text().equals(directive);
  }

  private static Directive of(Node value) {
    var known = known(value);
    if (known == null) {
      throw new BuildException("unknown patch strategy '" + text(value) + "'");
    }
    return known;
  }

  private static @Nullable Directive known(Node value) {
    return switch (text(value)) {
      case "merge" -> MERGE;
      case "replace" -> REPLACE;
      case "delete" -> DELETE;
      default -> null;
    };
  }

  private static String text(Node value) {
    return value instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
