package io.burgee.kube;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is expected to pass by itself: a conflict, a server that is busy or away. The
 * reconcile is repeated; nothing is reported to the user unless it lasts.
 */
public final class Transient extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  public Transient(String message) {
    this(message, null, null);
  }

  public Transient(String message, @Nullable Throwable cause) {
    this(message, null, cause);
  }

  /**
   * With a time to wait that the other side asked for.
   *
   * @param retryAfter how long to wait at least; null leaves it to the queue's back-off
   */
  public Transient(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** How long to wait at least; empty leaves it to the queue's back-off. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
