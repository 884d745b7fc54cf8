package io.burgee.kube;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which optional kinds the cluster serves, from a watch of its CRDs kept without their schemas. */
final class ServedKinds implements AutoCloseable {
  private final KubernetesClient client;
  private final Cache<CustomResourceDefinition> crds =
      new Cache<>(Kind.of(CustomResourceDefinition.class));
  private final Runnable onChange;
  private boolean started;

  ServedKinds(KubernetesClient client, Runnable onChange) {
    this.client = client;
    this.onChange = onChange;
  }

  synchronized void start() {
    if (!started) {
      started = true;
      crds.onChange((old, now) -> onChange.run());
      crds.open(client, Optional.empty(), onChange);
    }
  }

  /** Null while that is not known. */
  @Nullable Boolean serves(Kind<?> kind) {
    if (!crds.isReady()) {
      return null;
    }
    return crds.get(NamespacedName.of("", kind.crdName()))
        .map(crd -> isEstablished(crd) && servesVersion(crd, kind.version()))
        .orElse(false);
  }

  /** Whether any CRD of that group has that version. */
  boolean serves(String apiVersion) {
    if (!crds.isReady()) {
      throw new Transient("not known yet whether the cluster serves " + apiVersion);
    }
    return crds.list().stream()
        .filter(ServedKinds::isEstablished)
        .anyMatch(
            crd ->
                crd.getSpec().getVersions().stream()
                    .anyMatch(
                        v ->
                            apiVersion.equals(crd.getSpec().getGroup() + "/" + v.getName())
                                && Boolean.TRUE.equals(v.getServed())));
  }

  @Override
  public void close() {
    crds.close();
  }

  private static boolean servesVersion(CustomResourceDefinition crd, String version) {
    return crd.getSpec().getVersions().stream()
        .anyMatch(v -> v.getName().equals(version) && Boolean.TRUE.equals(v.getServed()));
  }

  private static boolean isEstablished(CustomResourceDefinition crd) {
    return crd.getStatus() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }
}
