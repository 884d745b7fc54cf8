package io.burgee.operator.canary;

import io.burgee.kube.Applier;
import io.burgee.mesh.ResourceRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Objects;

/** What becomes of the routes of a Canary that gives the traffic back before it goes. */
final class Reversion {
  private Reversion() {}

  /** Gives back what users had, and turns what was generated to the target. */
  static boolean routes(Applier applier, Release release, Observation seen) {
    var wrote = false;
    for (var object : release.router().revert(release.route(), seen.routes())) {
      wrote |= applier.adopt(object).wrote();
    }
    return wrote;
  }

  /**
   * Deletes what was generated, the last first: the garbage collector might take a route's end
   * before the route.
   */
  static void drop(Applier applier, Release release, Observation seen) {
    var fenced = applier.fencedBy(seen.objects());
    for (var object : release.router().render(release.route(), seen.routes()).reversed()) {
      seen.routes()
          .find(ResourceRef.of(object), GenericKubernetesResource.class)
          .filter(live -> isOwned(live, release.identity().uid()))
          .ifPresent(fenced::delete);
    }
  }

  private static boolean isOwned(GenericKubernetesResource live, String uid) {
    return Objects.requireNonNullElse(
            live.getMetadata().getOwnerReferences(), List.<OwnerReference>of())
        .stream()
        .anyMatch(owner -> uid.equals(owner.getUid()));
  }
}
