package io.burgee.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An object's name within its kind.
 *
 * @param namespace empty for cluster-scoped kinds
 */
public record NamespacedName(String namespace, String name) implements Comparable<NamespacedName> {

  public static NamespacedName of(HasMetadata object) {
    return of(object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  public static NamespacedName of(@Nullable String namespace, String name) {
    return new NamespacedName(namespace == null ? "" : namespace, name);
  }

  @Override
  public int compareTo(NamespacedName other) {
    var byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  /** {@code namespace/name}, or the name alone. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
