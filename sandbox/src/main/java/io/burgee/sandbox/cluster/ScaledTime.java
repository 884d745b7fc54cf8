package io.burgee.sandbox.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time, {@code speed} times as fast, with a thread of its own until closed. */
public final class ScaledTime implements SimulatedTime, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ScaledTime.class.getName());

  private static final long CLOSING_SECONDS = 30;

  private final Clock clock;
  private final Instant start;
  private final double speed;
  private final ScheduledThreadPoolExecutor executor;

  public ScaledTime(Clock clock, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, not " + speed);
    }
    this.clock = clock;
    this.start = clock.instant();
    this.speed = speed;
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("simulation").factory(),
            // watches may still report while the simulation is being closed
            new ThreadPoolExecutor.DiscardPolicy());
  }

  @Override
  public Instant now() {
    return at(clock.instant());
  }

  @Override
  public Instant wall() {
    return clock.instant();
  }

  @Override
  public Instant at(Instant wall) {
    return start.plusNanos((long) (Duration.between(start, wall).toNanos() * speed));
  }

  @Override
  public Instant wallAt(Instant simulated) {
    return start.plusNanos((long) (Duration.between(start, simulated).toNanos() / speed));
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(guarded(task));
  }

  @Override
  public void after(Duration delay, Runnable task) {
    long nanos = (long) (delay.toNanos() / speed);
    var _ = executor.schedule(guarded(task), nanos, TimeUnit.NANOSECONDS);
  }

  /** One failed task must not end the others; its object is looked at again on its next change. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "A step of the simulation failed", e);
      }
    };
  }

  /** Waits for the task that runs: after this, none does. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.ERROR, "A step of the simulation does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
