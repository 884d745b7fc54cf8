package io.burgee.sandbox.cluster;

import java.time.Duration;
import java.time.Instant;

/**
 * Simulated time, and the one thread on which a simulation runs. It starts at the wall clock's time
 * and may run faster: all durations of a simulation are simulated. What is written into objects is
 * wall time, because their readers compare it with their own clocks.
 */
public interface SimulatedTime {
  Instant now();

  Instant wall();

  /** The simulated moment at the wall clock's {@code wall}. */
  Instant at(Instant wall);

  /** What the wall clock says at the {@code simulated} moment. */
  Instant wallAt(Instant simulated);

  /** Runs {@code task} soon, on the simulation's thread; callable from any thread. */
  void execute(Runnable task);

  /** Runs {@code task} after {@code delay}, on the simulation's thread. */
  void after(Duration delay, Runnable task);
}
