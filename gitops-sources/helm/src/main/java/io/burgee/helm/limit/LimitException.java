package io.burgee.helm.limit;

/** A render asked for more than it may have. Templates can't catch it. */
public final class LimitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean placed;

  public LimitException(String message) {
    this(message, false);
  }

  private LimitException(String message, boolean placed) {
    super(message, null, false, false);
    this.placed = placed;
  }

  /** The same with a place in a chart; if it has one, that stays: it is the innermost. */
  public LimitException at(String place) {
    return placed ? this : new LimitException(getMessage() + " (at " + place + ")", true);
  }
}
