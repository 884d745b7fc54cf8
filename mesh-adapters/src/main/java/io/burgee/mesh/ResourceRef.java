package io.burgee.mesh;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Names one object of the cluster. */
public record ResourceRef(String apiVersion, String kind, String namespace, String name) {

  public static ResourceRef of(HasMetadata object) {
    return new ResourceRef(
        object.getApiVersion(),
        object.getKind(),
        object.getMetadata().getNamespace(),
        object.getMetadata().getName());
  }

  @Override
  public String toString() {
    return kind + " " + name + "." + namespace;
  }
}
