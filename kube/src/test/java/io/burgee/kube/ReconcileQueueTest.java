package io.burgee.kube;

import static io.burgee.kube.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReconcileQueueTest {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> 1.0);

  private final HandClock clock = new HandClock();
  private final List<String> runs = new CopyOnWriteArrayList<>();
  private final AtomicInteger markers = new AtomicInteger();

  @Test
  void manyWakesBeforeTheRunAreOneRun() throws Exception {
    try (var queue = queue(1, this::ran)) {
      queue.wake("a");
      queue.wake("a");
      queue.wake("b");
      queue.start();
      eventually("both ran", () -> runs.size() == 2);
      assertThat(runs).containsExactly("a", "b");
    }
  }

  @Test
  void aWakeWhileRunningIsOneMoreRunAfterIt() throws Exception {
    var gate = new Semaphore(0);
    var inside = new AtomicInteger();
    try (var queue =
        queue(
            4,
            key -> {
              assertThat(inside.incrementAndGet()).isEqualTo(1);
              gate.acquire();
              inside.decrementAndGet();
              return ran(key);
            })) {
      queue.start();
      queue.wake("a");
      eventually("a runs", () -> gate.hasQueuedThreads());
      queue.wake("a");
      queue.wake("a");
      gate.release(2);
      eventually("twice", () -> runs.size() == 2);
      assertThat(queue.depth()).isZero();
    }
    assertThat(runs).hasSize(2);
  }

  @Test
  void noMoreThanSoManyRunAtOnce() throws Exception {
    var gate = new Semaphore(0);
    Set<String> inside = ConcurrentHashMap.newKeySet();
    try (var queue =
        queue(
            2,
            key -> {
              inside.add(key);
              gate.acquire();
              inside.remove(key);
              return ran(key);
            })) {
      queue.start();
      List.of("a", "b", "c", "d").forEach(queue::wake);
      eventually("two run", () -> inside.size() == 2);
      assertThat(queue.depth()).isEqualTo(2);
      gate.release(4);
      eventually("all ran", () -> runs.size() == 4);
    }
  }

  @Test
  void theNextRunComesWhenItsTimeHasCome() throws Exception {
    var start = clock.instant();
    try (var queue =
        queue(
            1,
            key -> {
              ran(key);
              return runs.size() == 1 ? Outcome.at(start.plusSeconds(10)) : Outcome.done();
            })) {
      queue.start();
      queue.wake("a");
      eventually("first", () -> runs.size() == 1);
      runAfter(queue, Duration.ofSeconds(10));
    }
    assertThat(runs).hasSize(2);
  }

  @Test
  void failuresAreRepeatedAtGrowingDistanceUntilOneSucceeds() throws Exception {
    try (var queue =
        queue(
            1,
            key -> {
              ran(key);
              if (runs.size() < 4) {
                throw new Transient("not yet");
              }
              return Outcome.done();
            })) {
      queue.start();
      queue.wake("a");
      eventually("first", () -> runs.size() == 1);
      List.of(1, 2, 4).forEach(wait -> runAfter(queue, Duration.ofSeconds(wait)));
    }
    assertThat(runs).hasSize(4);
  }

  @Test
  void aFailingKeyIsNotRunMoreOftenThanItsFirstBackoffHoweverOftenItIsWoken() throws Exception {
    try (var queue =
        queue(
            1,
            key -> {
              ran(key);
              throw new Transient("never");
            })) {
      queue.start();
      queue.wake("a");
      eventually("first", () -> runs.size() == 1);
      settle(queue);
      queue.wake("a");
      queue.wake("a");
      settle(queue);
      assertThat(runs).hasSize(1);
      advance(queue, Duration.ofSeconds(1));
      eventually("second", () -> runs.size() == 2);
    }
  }

  @Test
  void theTimeThatAServerAsksForIsWaited() throws Exception {
    try (var queue =
        queue(
            1,
            key -> {
              ran(key);
              if (runs.size() == 1) {
                throw new Transient("busy", Duration.ofSeconds(30), null);
              }
              return Outcome.done();
            })) {
      queue.start();
      queue.wake("a");
      eventually("first", () -> runs.size() == 1);
      runAfter(queue, Duration.ofSeconds(30));
    }
  }

  @Test
  void stalledAndUnexpectedFailuresEndNeitherTheQueueNorTheKey() throws Exception {
    try (var queue =
        queue(
            1,
            key -> {
              ran(key);
              switch (runs.size()) {
                case 1 -> throw new Stalled("act!");
                case 2 -> throw new IllegalStateException("a bug");
                default -> {
                  return Outcome.done();
                }
              }
            })) {
      queue.start();
      queue.wake("a");
      eventually("stalled", () -> runs.size() == 1);
      runAfter(queue, Duration.ofMinutes(5));
      runAfter(queue, Duration.ofSeconds(1));
      assertThat(runs).hasSize(3);
    }
  }

  @Test
  void closingWaitsForWhatRunsAndStartsNothingMore() throws Exception {
    var inside = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var queue =
        queue(
            1,
            key -> {
              inside.countDown();
              gate.await();
              return ran(key);
            });
    queue.start();
    queue.wake("a");
    queue.wake("b");
    inside.await();
    var closing = Thread.ofVirtual().start(queue::close);
    eventually("closing waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
    gate.countDown();
    closing.join();
    queue.wake("c");
    assertThat(runs).containsExactly("a");
  }

  @Test
  void aWakeOfAKeyThatIsQueuedAgainSetsNoAlarm() {
    var randoms = List.of(1.0, 0.0).iterator(); // may run again in 1 s, tried again in half of it
    var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), randoms::next);
    var failing = new AtomicInteger(1);
    var busy = new Semaphore(0);
    var slow = new Semaphore(0);
    Reconciler<String> reconciler =
        key -> {
          if (key.equals("a") && failing.getAndDecrement() > 0) {
            throw new Transient("not now");
          }
          var gate = key.equals("a") ? slow : busy;
          gate.acquire();
          return ran(key);
        };
    try (var queue = new ReconcileQueue<>(reconciler, 1, backoff, clock)) {
      queue.start();
      queue.wake("a");
      eventually("a failed", () -> failing.get() == 0 && !randoms.hasNext());
      queue.wake("b");
      eventually("b keeps the only worker", busy::hasQueuedThreads);
      advance(queue, Duration.ofMillis(600));
      eventually("a waits for it", () -> queue.depth() == 1);
      queue.wake("a");
      busy.release();
      eventually("a runs", slow::hasQueuedThreads);
      advance(queue, Duration.ofSeconds(1));
      slow.release(2);
      eventually("a ran", () -> runs.contains("a"));
      busy.release();
      queue.wake("c");
      eventually("the queue is alive", () -> runs.contains("c"));
      assertThat(runs).containsExactly("b", "a", "c");
    }
  }

  private ReconcileQueue<String> queue(int atOnce, Reconciler<String> reconciler) {
    return new ReconcileQueue<>(
        key -> key.equals("marker") ? marked() : reconciler.reconcile(key), atOnce, BACKOFF, clock);
  }

  private Outcome ran(String key) {
    runs.add(key);
    return Outcome.done();
  }

  private Outcome marked() {
    markers.incrementAndGet();
    return Outcome.done();
  }

  /** Has another key run, one at a time: what was due before it has ended by then. */
  private void settle(ReconcileQueue<String> queue) {
    var before = markers.get();
    queue.wake("marker");
    eventually("the marker ran", () -> markers.get() > before);
  }

  private void runAfter(ReconcileQueue<String> queue, Duration wait) {
    settle(queue);
    var before = runs.size();
    advance(queue, wait.minusMillis(1));
    settle(queue);
    assertThat(runs).hasSize(before);
    advance(queue, Duration.ofMillis(1));
    eventually("one more run", () -> runs.size() > before);
  }

  private void advance(ReconcileQueue<String> queue, Duration by) {
    clock.now = clock.now.plus(by);
    queue.tick();
  }

  /** Stands still until it is moved. */
  private static final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
