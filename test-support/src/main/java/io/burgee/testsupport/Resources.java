package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The files beside the Go sources. */
final class Resources {

  private Resources() {}

  static String text(String name) {
    try (var in = Resources.class.getResourceAsStream("controlplane/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
