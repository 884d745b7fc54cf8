package io.burgee.core;

import java.util.Locale;

/**
 * What a user can tell a Canary to do, by an annotation of that name whose value says who and why.
 * In the order in which they are heard where several are given at once.
 */
public enum Verb {
  /** End the run as failed. */
  ABORT,
  /** Stop judging and stepping until told to go on. */
  PAUSE,
  /** Go on after a pause. */
  RESUME,
  /** Promote now, without the rest of the analysis. */
  PROMOTE,
  /** Release the target's revision again although its run failed. */
  RETRY;

  /** The annotation's name without its prefix, and the command's. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
