package io.burgee.helm.value;

import io.burgee.helm.limit.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * An error as Go's functions return it; its cause is the error it wraps. Only the beginning and the
 * end of a very long message are kept: errors are told within errors.
 */
public class GoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GoException(String message) {
    this(message, null);
  }

  public GoException(String message, @Nullable Throwable wrapped) {
    super(Excerpt.message(message), wrapped, false, false);
  }
}
