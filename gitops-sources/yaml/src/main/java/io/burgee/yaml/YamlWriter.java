package io.burgee.yaml;

/**
 * Writes nodes as Go's kustomize and Helm do: keys sorted, two spaces, quotes where needed, folded
 * at 80.
 */
public final class YamlWriter {
  private YamlWriter() {}

  /**
   * The value as one document, ending in a newline.
   *
   * @throws YamlException if it can't be written, such as a key that is there twice
   */
  public static String write(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /** Appends what {@link #write(Node)} returns. */
  public static void write(Node node, StringBuilder out) {
    new BlockWriter(out).document(node);
  }

  /** Appends the value with the order and the quotes it was written with. */
  public static void writeAsWritten(Node node, StringBuilder out) {
    new AsWrittenWriter(out).document(node);
  }

  /**
   * The value with the order and the quotes it was written with, as kustomize writes documents
   * inside of strings and annotations.
   */
  public static String writeAsWritten(Node node) {
    var out = new StringBuilder();
    writeAsWritten(node, out);
    return out.toString();
  }
}
