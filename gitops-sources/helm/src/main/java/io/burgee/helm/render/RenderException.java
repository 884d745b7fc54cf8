package io.burgee.helm.render;

import org.jspecify.annotations.Nullable;

/** A chart can't be rendered. The message is Helm's where it has one, with file and line. */
public final class RenderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RenderException(String message) {
    this(message, null);
  }

  public RenderException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
