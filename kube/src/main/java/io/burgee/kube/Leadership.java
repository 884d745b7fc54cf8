package io.burgee.kube;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads only while it holds a Lease. With the standard timing the leader sends 12 requests per
 * minute (one PUT each 5 s, fenced by the version of the last), and so does each that waits (one
 * GET).
 *
 * <p>Others' clocks are not trusted: a Lease has run out when it did not change for its duration by
 * our own clock. Between the moment a leader is cut off and the moment it stops, its writes are
 * still fenced by resourceVersion.
 */
public final class Leadership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  private final LeaseFile lease;
  private final Timing timing;
  private final Runnable onStarted;
  private final Runnable onLost;
  private final Thread thread;
  private volatile boolean leading;
  private volatile boolean closed;

  /**
   * How patient leader and candidates are.
   *
   * @param lease how long a silent leader is left in peace
   * @param renewWithin a leader that could not renew for so long stops leading
   * @param retry between two tries, to renew as well as to take over
   */
  public record Timing(Duration lease, Duration renewWithin, Duration retry) {
    public Timing {
      if (lease.compareTo(renewWithin) <= 0 || renewWithin.compareTo(retry) <= 0) {
        throw new IllegalArgumentException("needed: lease > renewWithin > retry");
      }
    }

    public static Timing standard() {
      return new Timing(Duration.ofSeconds(60), Duration.ofSeconds(15), Duration.ofSeconds(5));
    }
  }

  /**
   * Does nothing before {@link #start}.
   *
   * @param onStarted called once, when this process leads; may block
   * @param onLost called once, when it leads no more without {@link #close} having been called: it
   *     must stop everything that writes, and leadership does not come back
   */
  public Leadership(
      KubernetesClient client,
      NamespacedName lease,
      String identity,
      Timing timing,
      Runnable onStarted,
      Runnable onLost) {
    this.lease = new LeaseFile(client, lease, identity, timing.lease());
    this.timing = timing;
    this.onStarted = onStarted;
    this.onLost = onLost;
    this.thread = Thread.ofVirtual().name("leadership").unstarted(this::run);
  }

  /** The host's name and a random part. */
  public static String identity() {
    try {
      return InetAddress.getLocalHost().getHostName() + "_" + UUID.randomUUID();
    } catch (UnknownHostException e) {
      return "unknown-host_" + UUID.randomUUID(); // the random part is what counts
    }
  }

  public void start() {
    thread.start();
  }

  public boolean isLeader() {
    return leading;
  }

  /** Stops, and releases the Lease so that the next one need not wait for its end. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the Lease is released all the same
    }
    if (leading) {
      leading = false;
      release();
    }
  }

  private void run() {
    try {
      var held = acquire();
      leading = true;
      LOG.info("leading, as {}", lease.identity());
      Thread.ofVirtual().name("leading").start(onStarted);
      hold(held);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // close() asked for the end
    }
  }

  /** Returns the moment the Lease was asked for. */
  private long acquire() throws InterruptedException {
    while (true) {
      var asked = System.nanoTime();
      try {
        if (lease.take()) {
          return asked;
        }
      } catch (Transient | Stalled e) {
        LOG.warn("leader election: {}", e.getMessage());
      }
      var retry = timing.retry().toNanos();
      TimeUnit.NANOSECONDS.sleep(retry + ThreadLocalRandom.current().nextLong(retry / 5 + 1));
    }
  }

  private void hold(long heldSince) throws InterruptedException {
    var held = heldSince;
    while (true) {
      TimeUnit.NANOSECONDS.sleep(timing.retry().toNanos());
      var asked = System.nanoTime();
      var renewed = renewUntil(held + timing.renewWithin().toNanos());
      if (renewed == null) {
        lost();
        return;
      }
      held = renewed ? asked : held;
    }
  }

  /** True: renewed. False: not this time. Null: lost. */
  private @Nullable Boolean renewUntil(long deadline) throws InterruptedException {
    var attempt = inThread();
    try {
      var left = Math.max(0, deadline - System.nanoTime());
      return attempt.get(left, TimeUnit.NANOSECONDS) ? Boolean.TRUE : null;
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      LOG.warn("could not renew leadership: {}", e.getMessage());
      return deadline - System.nanoTime() > 0 ? Boolean.FALSE : null;
    }
  }

  /** A request can hang for longer than a leader may lead. */
  private Future<Boolean> inThread() {
    var result = new CompletableFuture<Boolean>();
    Thread.ofVirtual()
        .name("leadership-renewal")
        .start(
            () -> {
              try {
                result.complete(lease.renew());
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  private void lost() {
    leading = false;
    if (!closed) {
      LOG.error("leadership lost, as {}", lease.identity());
      onLost.run();
    }
  }

  private void release() {
    try {
      lease.release();
    } catch (Transient | Stalled e) {
      LOG.warn("lease not released, it runs out by itself: {}", e.getMessage());
    }
  }
}
