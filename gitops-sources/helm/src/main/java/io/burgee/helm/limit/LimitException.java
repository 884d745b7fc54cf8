package io.burgee.helm.limit;

/** A render asked for more than it may have. Templates can't catch it. */
public final class LimitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LimitException(String message) {
    super(message, null, false, false);
  }
}
