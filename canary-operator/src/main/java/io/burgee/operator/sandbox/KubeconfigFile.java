package io.burgee.operator.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kubeconfig that only its owner can read, gone when closed. */
record KubeconfigFile(Path path) implements AutoCloseable {
  static KubeconfigFile write(String text) throws IOException {
    var path = Files.createTempFile("burgee-sandbox-", ".kubeconfig");
    return new KubeconfigFile(Files.writeString(path, text));
  }

  @Override
  public void close() {
    delete();
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
