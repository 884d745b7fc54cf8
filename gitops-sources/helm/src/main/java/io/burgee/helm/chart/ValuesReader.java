package io.burgee.helm.chart;

import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.value.GoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values files: later documents of one are laid over the earlier ones. */
public final class ValuesReader {
  private ValuesReader() {}

  /**
   * The values of a text.
   *
   * @throws GoException if it isn't YAML, or a document is no mapping
   */
  public static Map<String, @Nullable Object> read(String text) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (var document : documents(text)) {
      try {
        values = merge(values, YamlCodec.readMap(document));
      } catch (GoException e) {
        throw new GoException("cannot unmarshal yaml document: " + e.getMessage(), e);
      }
    }
    return values;
  }

  private static List<String> documents(String text) {
    if (!text.contains("---")) {
      return List.of(text);
    }
    var documents = new ArrayList<String>();
    var present = new StringBuilder();
    for (var line : text.split("(?<=\n)", -1)) {
      boolean separates = isSeparator(line);
      if (separates && !present.isEmpty()) {
        documents.add(present.toString());
        present.setLength(0);
      } else {
        present.append(line);
      }
    }
    documents.add(present.toString());
    return documents;
  }

  private static boolean isSeparator(String line) {
    if (!line.startsWith("---")) {
      return false;
    }
    var rest = line.substring("---".length()).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw new GoException(
          "error reading yaml document: invalid Yaml document separator: " + rest);
    }
    return true;
  }

  /** The second one over the first: only mappings are merged. */
  private static Map<String, @Nullable Object> merge(
      Map<String, @Nullable Object> lower, Map<String, @Nullable Object> upper) {
    return io.burgee.helm.values.Tables.merge(lower, upper);
  }
}
