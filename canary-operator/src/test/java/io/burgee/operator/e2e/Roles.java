package io.burgee.operator.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The rights that the operator gets where people install it. */
final class Roles {
  static final Path FILE = find();

  private Roles() {}

  /** The tests of a module run in its folder, which is one below the root. */
  private static Path find() {
    return Stream.of("deploy/rbac.yaml", "../deploy/rbac.yaml")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no deploy/rbac.yaml from here"));
  }
}
