package io.burgee.sandbox.store;

/**
 * How an object is deleted. Graceful termination of pods isn't simulated: a pod goes at once.
 *
 * @param uid must be the object's, unless empty
 * @param resourceVersion must be the object's, unless empty
 */
public record DeleteOptions(
    Propagation propagation, String uid, String resourceVersion, boolean dryRun) {

  /** What becomes of an object's dependents. */
  public enum Propagation {
    /** They are collected after the object is gone. */
    BACKGROUND,
    /** The object stays, being deleted, until they are gone. */
    FOREGROUND,
    /** They stay, without their owner reference. */
    ORPHAN
  }

  public static final DeleteOptions BACKGROUND =
      new DeleteOptions(Propagation.BACKGROUND, "", "", false);
}
