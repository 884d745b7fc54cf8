package io.burgee.helm.value;

import org.jspecify.annotations.Nullable;

/** An error as Go's functions return it; its cause is the error it wraps. */
public class GoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GoException(String message) {
    this(message, null);
  }

  public GoException(String message, @Nullable Throwable wrapped) {
    super(message, wrapped, false, false);
  }
}
