package io.burgee.mesh.istio;

import io.burgee.mesh.Feature;
import io.burgee.mesh.LiveRoute;
import io.burgee.mesh.MeshRouter;
import io.burgee.mesh.ResourceRef;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.Snapshot;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One VirtualService for the application and a DestinationRule for each side.
 *
 * <p>Objects are plain JSON rather than model classes: what users write passes through unchanged,
 * weight 0 is always written, and the API version is a parameter.
 */
public final class IstioRouter implements MeshRouter {
  private static final String GROUP = "networking.istio.io/";

  /** Newest last: all versions are alike, and the oldest is served the longest. */
  private static final List<String> VERSIONS = List.of(GROUP + "v1beta1", GROUP + "v1");

  private final String apiVersion;

  IstioRouter(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  /** For a cluster that serves these API versions; where it serves none, as if it did. */
  public static IstioRouter serving(Predicate<String> served) {
    return new IstioRouter(
        VERSIONS.stream().filter(served).findFirst().orElse(VERSIONS.getFirst()));
  }

  @Override
  public Set<ResourceRef> reads(RouteIntent intent) {
    var names = intent.names();
    return Set.of(
        ref("DestinationRule", names, names.canary()),
        ref("DestinationRule", names, names.primary()),
        ref("VirtualService", names, names.apex()));
  }

  @Override
  public List<HasMetadata> render(RouteIntent intent, Snapshot fetched) {
    refuse(intent);
    var names = intent.names();
    return List.of(
        destinationRule(intent, names.canary()),
        destinationRule(intent, names.primary()),
        virtualService(intent, fetched));
  }

  @Override
  public Optional<LiveRoute> live(RouteIntent intent, Snapshot fetched) {
    return virtualServiceIn(fetched, intent)
        .flatMap(live -> LiveSpec.of(live).traffic(intent.names()))
        .map(traffic -> new LiveRoute(traffic, intact(intent, fetched)));
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.WEIGHTS);
  }

  @Override
  public List<String> problems(RouteIntent intent) {
    var service = intent.service();
    return service.delegation() && !(service.hosts().isEmpty() && service.gateways().isEmpty())
        ? List.of(
            "VirtualService "
                + intent.names().apex()
                + "."
                + intent.names().namespace()
                + " cannot have hosts and gateways when delegation enabled")
        : List.of();
  }

  private void refuse(RouteIntent intent) {
    var problems = problems(intent);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    if (!features().containsAll(intent.needs())) {
      throw new IllegalArgumentException(intent.needs() + " needed, " + features() + " supported");
    }
  }

  private boolean intact(RouteIntent intent, Snapshot fetched) {
    return render(intent, fetched).stream()
        .allMatch(
            wanted ->
                fetched
                    .find(ResourceRef.of(wanted), GenericKubernetesResource.class)
                    .filter(live -> Intact.holds((GenericKubernetesResource) wanted, live))
                    .isPresent());
  }

  private HasMetadata destinationRule(RouteIntent intent, String host) {
    var spec = new LinkedHashMap<String, Object>();
    spec.put("host", host);
    if (!intent.service().trafficPolicy().isEmpty()) {
      spec.put("trafficPolicy", intent.service().trafficPolicy());
    }
    return object("DestinationRule", metadata(intent, host).build(), spec);
  }

  private HasMetadata virtualService(RouteIntent intent, Snapshot fetched) {
    var annotations = new LinkedHashMap<>(intent.service().annotations());
    annotations.put("kustomize.toolkit.fluxcd.io/reconcile", "disabled");
    annotations.put("helm.toolkit.fluxcd.io/driftDetection", "disabled");
    virtualServiceIn(fetched, intent)
        .flatMap(Original::of)
        .ifPresent(original -> annotations.put(Original.ANNOTATION, original));
    var metadata =
        metadata(intent, intent.names().apex())
            .withLabels(intent.service().labels())
            .withAnnotations(annotations)
            .build();
    return object("VirtualService", metadata, VirtualServiceSpec.of(intent));
  }

  private GenericKubernetesResource object(
      String kind, ObjectMeta metadata, Map<String, Object> spec) {
    var object = new GenericKubernetesResource();
    object.setApiVersion(apiVersion);
    object.setKind(kind);
    object.setMetadata(metadata);
    object.setAdditionalProperty("spec", spec);
    return object;
  }

  private static ObjectMetaBuilder metadata(RouteIntent intent, String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(intent.names().namespace())
        .withOwnerReferences(intent.owner().reference());
  }

  private Optional<GenericKubernetesResource> virtualServiceIn(
      Snapshot fetched, RouteIntent intent) {
    var names = intent.names();
    return fetched.find(
        ref("VirtualService", names, names.apex()), GenericKubernetesResource.class);
  }

  private ResourceRef ref(String kind, RouteIntent.Names names, String name) {
    return new ResourceRef(apiVersion, kind, names.namespace(), name);
  }
}
