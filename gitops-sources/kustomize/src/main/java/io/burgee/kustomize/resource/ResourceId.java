package io.burgee.kustomize.resource;

import java.util.Objects;

/**
 * What tells resources apart: kind, name and the namespace as it counts. No namespace and {@code
 * default} are the same one; a kind without namespaces has one of its own.
 */
public record ResourceId(Gvk gvk, String name, String namespace, boolean clusterScoped) {
  private static final String DEFAULT = "default";

  /** The namespace as it counts in comparisons; no real one has the name of the cluster's. */
  public String effectiveNamespace() {
    if (clusterScoped) {
      return "_non_namespaceable_";
    }
    return namespace.isEmpty() ? DEFAULT : namespace;
  }

  public boolean sameNamespaceAs(ResourceId other) {
    return effectiveNamespace().equals(other.effectiveNamespace());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceId that
        && name.equals(that.name)
        && gvk.equals(that.gvk)
        && sameNamespaceAs(that);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, gvk, effectiveNamespace());
  }

  /** {@code ConfigMap.v1.[noGrp]/a.[noNs]}. */
  @Override
  public String toString() {
    return gvk + "/" + or(name, "[noName]") + "." + or(namespace, "[noNs]");
  }

  private static String or(String text, String blank) {
    return text.isEmpty() ? blank : text;
  }
}
