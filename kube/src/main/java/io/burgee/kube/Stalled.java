package io.burgee.kube;

import org.jspecify.annotations.Nullable;

/**
 * Something that stays as it is until a user acts: a missing permission, a refused object, a field
 * that another manager owns. The message names the resource and what is needed.
 */
public final class Stalled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Stalled(String message) {
    super(message);
  }

  public Stalled(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
