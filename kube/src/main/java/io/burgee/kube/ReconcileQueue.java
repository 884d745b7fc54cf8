package io.burgee.kube;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs a {@link Reconciler}: one key at a time by itself, several keys side by side. Being woken
 * while it waits is told once, while it runs leads to one more run. A failure is repeated with
 * back-off, and a key that fails is not run more often than the first back-off allows, however
 * often it is woken.
 *
 * @param <K> has a value's equality
 */
public final class ReconcileQueue<K> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReconcileQueue.class);
  private static final Duration STALLED_AGAIN = Duration.ofMinutes(5);
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final Reconciler<K> reconciler;
  private final int atOnce;
  private final Backoff backoff;
  private final Clock clock;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, State<K>> states = new HashMap<>();
  private final Deque<K> ready = new ArrayDeque<>();
  private final TreeSet<Alarm<K>> alarms = new TreeSet<>();
  private final Set<Thread> workers = new HashSet<>();
  private long alarmsSet;
  private boolean started;
  private boolean closed;

  private static final class State<K> {
    boolean queued;
    boolean running;
    boolean wokenMeanwhile;
    int failures;
    Instant notBefore = Instant.MIN;
    @Nullable Alarm<K> alarm;
  }

  /**
   * When to run a key.
   *
   * @param number tells apart what is due at the same time
   */
  private record Alarm<K>(Instant at, long number, K key) implements Comparable<Alarm<K>> {
    @Override
    public int compareTo(Alarm<K> other) {
      var byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  /**
   * Nothing runs before {@link #start}; keys may be woken before.
   *
   * @param atOnce how many keys are reconciled side by side at most
   */
  public ReconcileQueue(Reconciler<K> reconciler, int atOnce, Backoff backoff, Clock clock) {
    this.reconciler = reconciler;
    this.atOnce = atOnce;
    this.backoff = backoff;
    this.clock = clock;
  }

  public void start() {
    lock.lock();
    try {
      if (!started && !closed) {
        started = true;
        Thread.ofVirtual().name("reconcile-queue").start(this::dispatch);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has the key reconciled soon. Never blocks on a reconcile; does nothing after {@link #close}.
   */
  public void wake(K key) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      var state = states.computeIfAbsent(key, k -> new State<>());
      if (state.running) {
        state.wokenMeanwhile = true;
      } else {
        runOrWait(key, state, clock.instant());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many keys are due and not being reconciled. */
  public int depth() {
    lock.lock();
    try {
      return ready.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many keys are due, at work, or waiting for a time. */
  public int remembered() {
    lock.lock();
    try {
      return states.size();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more work, and waits for what runs; what takes too long is interrupted. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      if (!awaitIdle(DRAIN)) {
        workers.forEach(Thread::interrupt);
        awaitIdle(DRAIN);
      }
    } catch (InterruptedException e) {
      workers.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Looks at the clock again: for tests that moved it. */
  void tick() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitIdle(Duration atMost) throws InterruptedException {
    var left = atMost.toNanos();
    while (!workers.isEmpty()) {
      if (left <= 0) {
        return false;
      }
      left = changed.awaitNanos(left);
    }
    return true;
  }

  private void dispatch() {
    lock.lock();
    try {
      while (!closed) {
        var now = clock.instant();
        ringAlarms(now);
        startWorkers();
        if (alarms.isEmpty()) {
          changed.await();
        } else {
          var left = Duration.between(now, alarms.first().at);
          changed.await(left.toNanos(), TimeUnit.NANOSECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does this; ending is all there is left
    } finally {
      lock.unlock();
    }
  }

  private void ringAlarms(Instant now) {
    while (!alarms.isEmpty() && !alarms.first().at.isAfter(now)) {
      var key = alarms.first().key;
      enqueue(key, state(key));
    }
  }

  private void startWorkers() {
    while (workers.size() < atOnce && !ready.isEmpty()) {
      var key = ready.remove();
      var state = state(key);
      state.queued = false;
      state.running = true;
      var worker = Thread.ofVirtual().name("reconcile " + key).unstarted(() -> work(key));
      workers.add(worker);
      worker.start();
    }
  }

  private void work(K key) {
    MDC.put("object", key.toString());
    var result = run(key);
    MDC.clear();
    lock.lock();
    try {
      workers.remove(Thread.currentThread());
      settle(key, result);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How a run went, in the queue's terms. */
  private record Result(boolean failed, Optional<Instant> next, Duration atLeast) {}

  private Result run(K key) {
    try {
      return new Result(false, reconciler.reconcile(key).next(), Duration.ZERO);
    } catch (Transient e) {
      LOG.info("will try again: {}", e.getMessage());
      return new Result(true, Optional.empty(), e.retryAfter().orElse(Duration.ZERO));
    } catch (Stalled e) {
      LOG.warn("stalled: {}", e.getMessage());
      return new Result(false, Optional.of(clock.instant().plus(STALLED_AGAIN)), Duration.ZERO);
    } catch (InterruptedException e) {
      return new Result(true, Optional.empty(), Duration.ZERO); // only close() interrupts
    } catch (RuntimeException | Error e) {
      LOG.error("unexpected failure, will try again", e);
      return new Result(true, Optional.empty(), Duration.ZERO);
    }
  }

  private void settle(K key, Result result) {
    var state = state(key);
    var now = clock.instant();
    state.running = false;
    state.failures = result.failed ? state.failures + 1 : 0;
    state.notBefore = result.failed ? now.plus(backoff.after(1)) : Instant.MIN;
    if (state.wokenMeanwhile) {
      state.wokenMeanwhile = false;
      runOrWait(key, state, now);
    } else if (result.failed) {
      var wait = backoff.after(state.failures);
      setAlarm(key, state, now.plus(wait.compareTo(result.atLeast) > 0 ? wait : result.atLeast));
    } else if (result.next.isPresent()) {
      setAlarm(key, state, result.next.get());
    } else {
      states.remove(key);
    }
  }

  private void runOrWait(K key, State<K> state, Instant now) {
    if (state.queued) {
      return; // an alarm besides would ring while it runs
    }
    if (!state.notBefore.isAfter(now)) {
      enqueue(key, state);
    } else if (state.alarm == null || state.alarm.at.isAfter(state.notBefore)) {
      setAlarm(key, state, state.notBefore);
    }
  }

  private void enqueue(K key, State<K> state) {
    silence(state);
    if (!state.queued) {
      state.queued = true;
      ready.add(key);
    }
  }

  private void setAlarm(K key, State<K> state, Instant at) {
    silence(state);
    state.alarm = new Alarm<>(at, alarmsSet++, key);
    alarms.add(state.alarm);
  }

  private void silence(State<K> state) {
    if (state.alarm != null) {
      alarms.remove(state.alarm);
      state.alarm = null;
    }
  }

  private State<K> state(K key) {
    return Objects.requireNonNull(states.get(key), "a key at work has a state");
  }
}
