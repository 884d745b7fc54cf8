package io.burgee.operator.hooks;

import io.burgee.api.Canary;
import io.burgee.kube.NamespacedName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells event hooks what happens, beside the reconciles: those of one Canary get its events in
 * their order, at least once each unless they don't take them. A receiver that is away is tried
 * again for a while, and then not waited for any longer.
 */
public final class EventHooks implements AutoCloseable {
  /** Says which event it is: the same one has the same key, should it be told twice. */
  static final String KEY = "Idempotency-Key";

  private static final Logger LOG = LoggerFactory.getLogger(EventHooks.class);

  /** The stage at whose beginning an end is told. */
  private static final String ENDING = "ScalingDown";

  private static final int LEAST_RETRIES = 4;
  private static final int MOST_RETRIES = 10;
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

  /** How long an event is held for receivers that don't take those before it. */
  private static final Duration HELD = Duration.ofMinutes(5);

  private final HookClient client;
  private final List<Webhook> fallback;
  private final Consumer<NamespacedName> settled;
  private final Clock clock;
  private final Map<String, Line> lines = new HashMap<>();
  private boolean closed;

  /** One Canary's events; guarded by the lock on the lines. */
  private static final class Line {
    final NamespacedName canary;
    final Deque<Delivery> waiting = new ArrayDeque<>();
    final Set<String> known = new HashSet<>();
    final Set<String> over = new HashSet<>();

    /** URLs that did not take the event before: they get one try for each. */
    final Set<String> away = ConcurrentHashMap.newKeySet();

    @Nullable Thread worker;
    boolean gone;

    Line(NamespacedName canary) {
      this.canary = canary;
    }
  }

  /**
   * One event for all hooks.
   *
   * @param until when it is no longer worth a try
   */
  private record Delivery(
      Told told, Subject subject, String phase, List<Webhook> hooks, Instant until) {}

  /**
   * Tells nobody yet.
   *
   * @param url for Canaries without event hooks; empty for none
   * @param settled called when all events of a Canary that were handed over are settled
   */
  public EventHooks(HookClient client, String url, Consumer<NamespacedName> settled, Clock clock) {
    this.client = client;
    this.fallback = url.isBlank() ? List.of() : List.of(Webhook.event(url));
    this.settled = settled;
    this.clock = clock;
  }

  /**
   * Hands an event over; never blocks. Handing it over again does nothing.
   *
   * @return whether it is settled: told, given up, or nobody's business
   */
  public boolean tell(Canary canary, Told told) {
    var hooks = hooks(canary);
    if (hooks.isEmpty()) {
      return true;
    }
    var delivery =
        new Delivery(told, Subject.of(canary), phase(canary), hooks, clock.instant().plus(HELD));
    synchronized (lines) {
      var line = lines.computeIfAbsent(uid(canary), uid -> new Line(NamespacedName.of(canary)));
      if (!closed && line.known.add(told.id())) {
        line.waiting.add(delivery);
        work(line);
      }
      return line.over.contains(told.id());
    }
  }

  /** Remembers only these events of the Canary, which may be handed over again. */
  public void keep(Canary canary, Set<String> ids) {
    synchronized (lines) {
      var line = lines.get(uid(canary));
      if (line != null) {
        line.known.retainAll(ids);
        line.over.retainAll(ids);
        if (line.known.isEmpty() && line.worker == null) {
          lines.remove(uid(canary));
        }
      }
    }
  }

  /** For a Canary that is gone; what was handed over is told all the same. */
  public void forget(NamespacedName canary) {
    synchronized (lines) {
      lines.values().stream()
          .filter(line -> line.canary.equals(canary))
          .forEach(line -> line.gone = true);
      lines.values().removeIf(line -> line.gone && line.worker == null);
    }
  }

  /** Breaks off. What was not told is handed over again by whoever comes after. */
  @Override
  public void close() {
    synchronized (lines) {
      closed = true;
      for (var line : lines.values()) {
        line.waiting.clear();
        if (line.worker != null) {
          line.worker.interrupt();
        }
      }
    }
  }

  private List<Webhook> hooks(Canary canary) {
    var own = Webhook.of(canary).stream().filter(Webhook::isEvent).toList();
    return own.isEmpty() ? fallback : own;
  }

  private void work(Line line) {
    if (line.worker == null) {
      line.worker = Thread.ofVirtual().name("tell " + line.canary).unstarted(() -> run(line));
      line.worker.start();
    }
  }

  private void run(Line line) {
    try {
      for (var next = next(line); next != null; next = next(line)) {
        deliver(line, next);
        synchronized (lines) {
          line.over.add(next.told().id());
        }
      }
      settled.accept(line.canary);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // only close() interrupts
    }
  }

  private @Nullable Delivery next(Line line) {
    synchronized (lines) {
      var next = line.waiting.poll();
      if (next == null) {
        line.worker = null;
        lines.values().removeIf(other -> other.gone && other.worker == null);
      }
      return next;
    }
  }

  /** To all hooks side by side; the next event has to wait for the slowest of them. */
  private void deliver(Line line, Delivery delivery) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          delivery.hooks().stream()
              .map(hook -> (Callable<Boolean>) () -> post(line, delivery, hook))
              .toList();
      for (var told : threads.invokeAll(tasks)) {
        told.get();
      }
    } catch (ExecutionException e) {
      LOG.error("event {} of {} was not told", delivery.told().id(), line.canary, e.getCause());
    }
  }

  private boolean post(Line line, Delivery delivery, Webhook hook) throws InterruptedException {
    var told = delivery.told();
    if (clock.instant().isAfter(delivery.until())) {
      LOG.warn("event hook {} of {} has no time for {}", hook.name(), line.canary, told.id());
      return false;
    }
    var payload = HookPayload.event(delivery.subject(), delivery.phase(), hook.metadata(), told);
    var retries =
        line.away.contains(hook.url())
            ? 0
            : Math.clamp(hook.retries(), LEAST_RETRIES, MOST_RETRIES);
    var answered =
        client.post(hook.limited(LONGEST_TIMEOUT, retries), payload, Map.of(KEY, told.id()));
    if (answered.isYes()) {
      line.away.remove(hook.url());
      return true;
    }
    line.away.add(hook.url());
    LOG.warn(
        "event hook {} of {} did not take {}: {}",
        hook.name(),
        line.canary,
        told.id(),
        answered.brief());
    return false;
  }

  /**
   * The status' phase; but what ends a run or the initialization is told with the phase that it
   * ends in, which the status shows only when the pods are gone.
   */
  private static String phase(Canary canary) {
    var status = canary.getStatus();
    if (status == null) {
      return "";
    }
    var burgee = status.getBurgee();
    var end = burgee != null && ENDING.equals(burgee.getStage()) ? burgee.getOutcome() : null;
    return end == null ? Objects.requireNonNullElse(status.getPhase(), "") : end;
  }

  private static String uid(Canary canary) {
    return Objects.requireNonNullElse(canary.getMetadata().getUid(), "");
  }
}
