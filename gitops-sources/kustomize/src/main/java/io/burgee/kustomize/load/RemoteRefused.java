package io.burgee.kustomize.load;

import io.burgee.kustomize.BuildException;

/** A URL that isn't followed: no other way of reading it is tried. */
public final class RemoteRefused extends BuildException {
  private static final long serialVersionUID = 1;

  RemoteRefused(String message) {
    super(message);
  }
}
