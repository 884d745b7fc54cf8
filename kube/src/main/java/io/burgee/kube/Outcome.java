package io.burgee.kube;

import java.time.Instant;
import java.util.Optional;

/**
 * How a reconcile ended.
 *
 * @param next when to run again if nothing wakes it before; empty for never
 */
public record Outcome(Optional<Instant> next) {
  private static final Outcome DONE = new Outcome(Optional.empty());

  /** Nothing to do until woken. */
  public static Outcome done() {
    return DONE;
  }

  public static Outcome at(Instant next) {
    return new Outcome(Optional.of(next));
  }
}
