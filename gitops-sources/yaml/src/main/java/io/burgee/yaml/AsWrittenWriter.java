package io.burgee.yaml;

final class AsWrittenWriter {
  private final StringBuilder out;

  AsWrittenWriter(StringBuilder out) {
    this.out = out;
  }

  void document(Node node) {
    out.append(node);
  }
}
