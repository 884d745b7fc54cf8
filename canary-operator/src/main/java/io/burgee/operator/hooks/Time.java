package io.burgee.operator.hooks;

import java.time.Duration;
import java.time.Instant;

/** What a call's waits go by. */
interface Time {
  Instant now();

  /** From a point that is the same for the life of the process. */
  long nanos();

  void pause(Duration time) throws InterruptedException;

  /** The real one. */
  Time SYSTEM =
      new Time() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };
}
