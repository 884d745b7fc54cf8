package io.burgee.kustomize.transform;

import io.burgee.kustomize.resource.Resources;

/**
 * One step of a build: changes the resources of a list, or which there are. Knows no files: what it
 * works with was read before. The caller drops resources that are empty afterwards, and calls
 * {@link Resources#renamed}.
 */
@FunctionalInterface
public interface Transformer {
  /**
   * Does its work.
   *
   * @throws io.burgee.kustomize.BuildException if the resources or its own settings don't allow it
   */
  void transform(Resources resources);
}
