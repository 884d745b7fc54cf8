package io.burgee.kustomize.replace;

import io.burgee.kustomize.path.PathException;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import io.burgee.yaml.YamlWriter;
import java.util.List;

/** A YAML or JSON document that is the text of a scalar. */
final class InnerDocument {
  private static final YamlReader READER = new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT);

  private InnerDocument() {}

  /**
   * The first document of the text.
   *
   * @throws PathException if the text isn't YAML
   */
  static Node parse(String text) {
    try {
      List<Node> documents = READER.read(text);
      if (documents.isEmpty()) {
        throw new PathException("there is no document in the text");
      }
      return documents.getFirst();
    } catch (YamlException e) {
      throw new PathException(String.valueOf(e.getMessage()));
    }
  }

  /** Whether a path can go on in this text. */
  static boolean isIn(ScalarNode scalar) {
    try {
      READER.read(scalar.text());
      return true;
    } catch (YamlException e) {
      return false;
    }
  }

  /** The document as text again: JSON stays JSON, on lines of its own if it was. */
  static String write(Node document, String original) {
    try {
      var start = original.strip();
      if (!start.startsWith("{") && !start.startsWith("[")) {
        return written(document);
      }
      return original.contains("\n") && original.contains("  ")
          ? JsonWriter.indented(document)
          : JsonWriter.compact(document);
    } catch (YamlException e) {
      throw new PathException(String.valueOf(e.getMessage()));
    }
  }

  static String written(Node node) {
    return YamlWriter.writeAsWritten(node).strip();
  }
}
