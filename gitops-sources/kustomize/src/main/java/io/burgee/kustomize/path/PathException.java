package io.burgee.kustomize.path;

/** A path that doesn't fit what it is walked on. Who walks it says of which resource. */
public final class PathException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PathException(String message) {
    super(message, null, false, false);
  }
}
