package io.burgee.helm.template;

/** What a key that a map doesn't have is. */
public enum MissingKey {
  /** The zero value of the map's type: nothing, for most. */
  ZERO,
  /** An error. */
  ERROR
}
