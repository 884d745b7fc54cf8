package io.burgee.kustomize;

/**
 * In which order objects come out, unless the kustomization file says so itself in {@code
 * sortOptions}.
 */
public enum Reorder {
  /** As they were read and made. */
  NONE,
  /** By kind, so that what others need comes first. */
  LEGACY
}
