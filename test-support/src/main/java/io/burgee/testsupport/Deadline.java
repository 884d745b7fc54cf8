package io.burgee.testsupport;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The end of everybody's patience. No wait in this package is without one. */
final class Deadline {

  private static final Duration POLL = Duration.ofMillis(20);

  private final Duration patience;
  private final long end;

  private Deadline(Duration patience) {
    this.patience = patience;
    this.end = System.nanoTime() + patience.toNanos();
  }

  static Deadline after(Duration patience) {
    return new Deadline(patience);
  }

  boolean passed() {
    return System.nanoTime() - end >= 0;
  }

  /**
   * Polls until {@code condition} holds; {@code what} tells the reader of a failure what did not.
   */
  void await(String what, BooleanSupplier condition) {
    await(() -> what, condition);
  }

  void await(Supplier<String> what, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (passed()) {
        throw new IllegalStateException("not within " + patience.toSeconds() + " s: " + what.get());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
