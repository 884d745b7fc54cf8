package io.burgee.core;

/** The two workloads of a release. */
public enum Side {
  /** Serves users at rest; runs what was promoted last. */
  PRIMARY,
  /** The user's own workload; runs what is to be released. */
  CANARY
}
