package io.burgee.mesh;

import io.burgee.core.Traffic;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How requests for one application are to reach its two sides.
 *
 * @param conditions of A/B testing: requests that match one go to the canary while it is analysed;
 *     in the shape of {@code spec.analysis.match}
 * @param mirrorPercent how many of the requests are mirrored; empty for the mesh's default
 * @param affinity cookies that keep clients on their side; they have no say in A/B testing
 */
public record RouteIntent(
    Names names,
    Owner owner,
    ServiceSection service,
    List<Map<String, Object>> conditions,
    OptionalInt mirrorPercent,
    Optional<Affinity> affinity,
    Traffic traffic) {

  public RouteIntent {
    conditions = conditions.stream().map(Json::copy).toList();
  }

  public static RouteIntent of(Names names, Owner owner, ServiceSection service, Traffic traffic) {
    return new RouteIntent(
        names, owner, service, List.of(), OptionalInt.empty(), Optional.empty(), traffic);
  }

  public RouteIntent with(Traffic other) {
    return new RouteIntent(names, owner, service, conditions, mirrorPercent, affinity, other);
  }

  public RouteIntent with(Affinity cookies) {
    return new RouteIntent(
        names, owner, service, conditions, mirrorPercent, Optional.of(cookies), traffic);
  }

  /**
   * What a mesh must have for this intent as it stands. Which traffic a whole run will want is the
   * strategy's to add.
   */
  public Set<Feature> needs() {
    var needs = EnumSet.noneOf(Feature.class);
    if (service.tcp()) {
      needs.add(Feature.TCP);
    }
    if (!conditions.isEmpty() || traffic.matched()) {
      needs.add(Feature.MATCH);
    }
    if (mirrorPercent.isPresent() || traffic.mirrored()) {
      needs.add(Feature.MIRROR);
    }
    if (!traffic.canary().isZero()) {
      needs.add(Feature.WEIGHTS);
    }
    if (affinity.isPresent()) {
      needs.add(Feature.SESSION_AFFINITY);
    }
    return needs;
  }

  /** The Services: the one that users address and those of the two sides. */
  public record Names(String namespace, String apex, String primary, String canary) {

    /** The sides' names as the reference derives them. */
    public static Names of(String namespace, String apex) {
      return new Names(namespace, apex, apex + "-primary", apex + "-canary");
    }
  }

  /** The Canary that generated objects belong to. */
  public record Owner(String apiVersion, String kind, String name, String uid) {

    public OwnerReference reference() {
      return new OwnerReferenceBuilder()
          .withApiVersion(apiVersion)
          .withKind(kind)
          .withName(name)
          .withUid(uid)
          .withController(true)
          .withBlockOwnerDeletion(true)
          .build();
    }
  }
}
