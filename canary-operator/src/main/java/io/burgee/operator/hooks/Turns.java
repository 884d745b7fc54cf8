package io.burgee.operator.hooks;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many requests are open at once, to one host and to all. A host that never answers
 * keeps its own turns, not those of others.
 */
final class Turns {
  private final Semaphore all;
  private final int perHost;
  private final Map<String, Host> hosts = new ConcurrentHashMap<>();

  /**
   * One host that somebody calls or waits to call.
   *
   * @param users so many; it is forgotten with the last one
   */
  private record Host(Semaphore turns, int users) {
    Host used(int more) {
      return new Host(turns, users + more);
    }
  }

  /** Ends with {@link #close}. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  Turns(int atOnce, int perHost) {
    this.all = new Semaphore(atOnce, true);
    this.perHost = perHost;
  }

  /** Blocks until it is its turn; empty if that was not so in time. */
  Optional<Turn> take(String host, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    var turns = join(host);
    var taken = false;
    try {
      if (!turns.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      try {
        taken = all.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } finally {
        if (!taken) {
          turns.release();
        }
      }
    } finally {
      if (!taken) {
        leave(host);
      }
    }
    return taken ? Optional.of(() -> end(host, turns)) : Optional.empty();
  }

  private void end(String host, Semaphore turns) {
    all.release();
    turns.release();
    leave(host);
  }

  private Semaphore join(String host) {
    var joined =
        hosts.compute(
            host,
            (name, now) -> now == null ? new Host(new Semaphore(perHost, true), 1) : now.used(1));
    return Objects.requireNonNull(joined).turns();
  }

  private void leave(String host) {
    hosts.compute(host, (name, now) -> left(now));
  }

  private static @Nullable Host left(@Nullable Host now) {
    return now == null || now.users() <= 1 ? null : now.used(-1);
  }
}
