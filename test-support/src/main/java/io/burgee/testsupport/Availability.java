package io.burgee.testsupport;

import java.nio.file.Path;

/** Where a real control plane would come from. */
public sealed interface Availability {

  /** A cluster that runs already; the tests share it and start nothing. */
  record Existing(Path kubeconfig) implements Availability {}

  /** The binary has been built before. */
  record Cached(Path binary) implements Availability {}

  /** The binary can be built, which takes minutes; {@code binary} is where it will be. */
  record Buildable(Path go, Path binary) implements Availability {}

  /** There is none, for this reason. */
  record Unavailable(String reason) implements Availability {}
}
