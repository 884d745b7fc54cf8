package io.burgee.operator.canary;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on other threads, with a deadline. */
final class Eventually {
  /** Long enough for a machine that is busy with something else. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final long LOOK_AGAIN = Duration.ofMillis(15).toNanos();

  private Eventually() {}

  /** Looks until {@code condition} holds; {@code state} tells what there was instead. */
  static void eventually(String what, Supplier<?> state, BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("did not happen: " + what + "\nbut: " + state.get());
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }

  /** Looks for {@code time} whether {@code condition} goes on to hold. */
  static void throughout(Duration time, String what, BooleanSupplier condition) {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      if (!condition.getAsBoolean()) {
        throw new AssertionError("ceased to hold: " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }
}
