package io.burgee.sandbox.store;

import java.util.Locale;

/** Which part of an object a write may change. */
public enum Subresource {
  /** All but the status, if the type keeps that apart. */
  NONE,
  STATUS,
  /** As {@link #NONE}, but field ownership is recorded for the scale subresource. */
  SCALE,
  /** The finalizers of a namespace, which stand in its spec. */
  FINALIZE;

  /** As in paths and managed fields; empty for the object itself. */
  public String path() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
