package io.burgee.sandbox.controllers;

import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.LostRace;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs one controller's work, one key at a time; a key that waits already isn't added twice. */
final class WorkQueue {
  private static final Duration RETRY = Duration.ofMillis(50);

  private final SimulatedTime time;
  private final Consumer<Key> work;
  private final Set<Key> waiting = ConcurrentHashMap.newKeySet();
  private final Map<Key, Instant> timers = new HashMap<>();

  WorkQueue(SimulatedTime time, Consumer<Key> work) {
    this.time = time;
    this.work = work;
  }

  /** Callable from any thread. */
  void add(Key key) {
    if (waiting.add(key)) {
      time.execute(() -> run(key));
    }
  }

  /** From the simulation's thread only; an earlier timer of the same key stands. */
  void addAfter(Key key, Duration delay) {
    var due = time.now().plus(delay);
    var known = timers.get(key);
    if (known == null || due.isBefore(known)) {
      timers.put(key, due);
      time.after(delay, () -> ring(key, due));
    }
  }

  private void ring(Key key, Instant due) {
    timers.remove(key, due);
    add(key);
  }

  private void run(Key key) {
    waiting.remove(key);
    try {
      work.accept(key);
    } catch (LostRace e) {
      // what we read was outdated: look again
      addAfter(key, RETRY);
    }
  }
}
