package io.burgee.helm.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template of a chart with what it sees.
 *
 * @param name its path from the outermost chart
 * @param basePath the folder of its chart's templates
 * @param data shared by all templates of its chart
 */
record Page(String name, String text, String basePath, Map<String, @Nullable Object> data) {

  /** Whether it is only there for others: not rendered itself. */
  boolean isPartial() {
    return name.substring(name.lastIndexOf('/') + 1).startsWith("_");
  }
}
