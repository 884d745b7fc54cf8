package io.burgee.sandbox.cluster;

/** A write came too late: the object was changed, removed or created by someone else. Try again. */
public final class LostRace extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LostRace(String message) {
    super(message);
  }
}
