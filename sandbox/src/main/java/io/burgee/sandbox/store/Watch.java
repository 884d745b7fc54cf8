package io.burgee.sandbox.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one type, in order, for one reader. One that reads too slowly is cut off, so that it
 * costs a bounded amount of memory: it gets what is queued and then has to start anew.
 */
public final class Watch implements AutoCloseable {
  private static final int CAPACITY = 8192;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Change> queue = new ArrayDeque<>();
  private final Listing initial;
  private final String namespace;
  private final Bucket source;
  private boolean ended;

  /** {@code namespace} empty watches all; {@code backlog} comes first. */
  Watch(Listing initial, String namespace, Bucket source, Collection<Change> backlog) {
    this.initial = initial;
    this.namespace = namespace;
    this.source = source;
    backlog.forEach(this::add);
  }

  /** The objects at the start, if the watch was asked to begin with them; else none. */
  public Listing initial() {
    return initial;
  }

  /** The next change, waiting up to {@code timeout}; null when there was none, or it has ended. */
  public @Nullable Change poll(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = timeout.toNanos();
      while (queue.isEmpty() && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      return queue.poll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing more will come: closed, cut off, or its type is gone. */
  public boolean ended() {
    lock.lock();
    try {
      return ended && queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether all changes so far have been read. */
  public boolean drained() {
    lock.lock();
    try {
      return queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  void offer(Change change) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      if (queue.size() >= CAPACITY) {
        ended = true;
        source.forget(this);
      } else {
        add(change);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    source.forget(this);
    end();
  }

  private void add(Change change) {
    if (namespace.isEmpty() || namespace.equals(change.key().namespace())) {
      queue.add(change);
    }
  }
}
