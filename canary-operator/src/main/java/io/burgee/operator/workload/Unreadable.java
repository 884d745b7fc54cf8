package io.burgee.operator.workload;

/** The target can't be judged as it stands; the message says what is missing or malformed. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unreadable(String message) {
    super(message);
  }
}
