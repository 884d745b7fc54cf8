package io.burgee.yaml;

/** Which plain scalars mean something else than a string. */
public enum Dialect {
  /** As kustomize reads resources: {@code y} and {@code on} are strings, dates are timestamps. */
  KUSTOMIZE,
  /** As Helm reads values and manifests (YAML 1.1): {@code y} and {@code on} are booleans. */
  HELM
}
