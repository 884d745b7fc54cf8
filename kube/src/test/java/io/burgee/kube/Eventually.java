package io.burgee.kube;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads, with a deadline. */
final class Eventually {
  private static final long DEADLINE = Duration.ofSeconds(10).toNanos();

  private Eventually() {}

  static void eventually(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + DEADLINE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen: " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
