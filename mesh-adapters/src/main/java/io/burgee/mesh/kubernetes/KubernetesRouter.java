package io.burgee.mesh.kubernetes;

import io.burgee.core.Traffic;
import io.burgee.mesh.Feature;
import io.burgee.mesh.LiveRoute;
import io.burgee.mesh.MeshRouter;
import io.burgee.mesh.ResourceRef;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No mesh: users reach the Service, which selects the primary's pods. There is no route to split,
 * so the canary gets no users' requests while it is analysed.
 */
public final class KubernetesRouter implements MeshRouter {

  @Override
  public Set<ResourceRef> reads(RouteIntent intent) {
    return Set.of();
  }

  @Override
  public List<HasMetadata> render(RouteIntent intent, Snapshot fetched) {
    return List.of();
  }

  @Override
  public Optional<LiveRoute> live(RouteIntent intent, Snapshot fetched) {
    return Optional.of(new LiveRoute(Traffic.NONE, true));
  }

  @Override
  public List<HasMetadata> revert(RouteIntent intent, Snapshot fetched) {
    return List.of();
  }

  @Override
  public boolean reverted(RouteIntent intent, Snapshot fetched) {
    return true;
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public List<String> problems(RouteIntent intent) {
    return List.of();
  }
}
