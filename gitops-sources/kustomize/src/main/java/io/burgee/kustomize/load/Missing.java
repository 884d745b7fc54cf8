package io.burgee.kustomize.load;

import io.burgee.kustomize.BuildException;

/** Something isn't where a path leads, or isn't what it should be. */
final class Missing extends BuildException {
  private static final long serialVersionUID = 1;

  Missing(String message) {
    super(message);
  }
}
