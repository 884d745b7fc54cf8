package io.burgee.kustomize;

/** Which files a kustomization may name. Nothing outside the tree is ever read. */
public enum LoadRestrictions {
  /** Those in its own folder and below. */
  ROOT_ONLY,
  /** All of the tree. */
  NONE
}
