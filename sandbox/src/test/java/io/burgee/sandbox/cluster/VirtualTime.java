package io.burgee.sandbox.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.PriorityQueue;

/** Time that passes only when told to; what is due runs on the caller's thread. */
public final class VirtualTime implements SimulatedTime {
  private record Due(Instant at, long number, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Due> timers = new PriorityQueue<>();
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");
  private long timersMade;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant wall() {
    return now;
  }

  @Override
  public Instant at(Instant wall) {
    return wall;
  }

  @Override
  public Instant wallAt(Instant simulated) {
    return simulated;
  }

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    timers.add(new Due(now.plus(delay), timersMade++, task));
  }

  /** Lets {@code seconds} pass. */
  public void advance(double seconds) {
    var end = now.plusNanos((long) (seconds * 1e9));
    settle();
    while (!timers.isEmpty() && !timers.peek().at().isAfter(end)) {
      var due = timers.remove();
      now = due.at();
      due.task().run();
      settle();
    }
    now = end;
  }

  /** Runs all that needs no time to pass. */
  public void settle() {
    for (int steps = 0; !ready.isEmpty(); steps++) {
      if (steps > 100_000) {
        throw new AssertionError("the simulation never comes to rest");
      }
      ready.remove().run();
    }
  }
}
