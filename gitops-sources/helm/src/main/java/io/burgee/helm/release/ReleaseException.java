package io.burgee.helm.release;

import org.jspecify.annotations.Nullable;

/** A record can't be read, or can't be stored; the message says which one and why. */
public final class ReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReleaseException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
