package io.burgee.mesh.istio;

import io.burgee.mesh.Affinity;
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
import java.util.ArrayList;
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
        virtualService(intent, virtualServiceIn(fetched, intent), VirtualServiceSpec.of(intent)));
  }

  @Override
  public Optional<LiveRoute> live(RouteIntent intent, Snapshot fetched) {
    return virtualServiceIn(fetched, intent)
        .flatMap(live -> LiveSpec.of(live, intent).traffic())
        .map(traffic -> new LiveRoute(traffic, intact(intent.with(traffic), fetched)));
  }

  @Override
  public List<HasMetadata> revert(RouteIntent intent, Snapshot fetched) {
    return virtualServiceIn(fetched, intent)
        .flatMap(live -> returned(intent, live))
        .<List<HasMetadata>>map(List::of)
        .orElse(List.of());
  }

  @Override
  public boolean reverted(RouteIntent intent, Snapshot fetched) {
    return virtualServiceIn(fetched, intent)
        .flatMap(live -> returned(intent, live).map(back -> sendsBack(back, live)))
        .orElse(true);
  }

  /** A user's object bears no mark of ours when it is given back, so then nothing is returned. */
  private static boolean sendsBack(GenericKubernetesResource back, GenericKubernetesResource live) {
    return Original.isGenerated(back) && Intact.holds(back, live);
  }

  @Override
  public Set<Feature> features() {
    return Set.of(
        Feature.WEIGHTS, Feature.MATCH, Feature.MIRROR, Feature.TCP, Feature.SESSION_AFFINITY);
  }

  @Override
  public List<String> problems(RouteIntent intent) {
    var problems = new ArrayList<>(Feature.conflicts(intent.needs()));
    var service = intent.service();
    if (service.delegation() && !(service.hosts().isEmpty() && service.gateways().isEmpty())) {
      problems.add(
          "VirtualService "
              + intent.names().apex()
              + "."
              + intent.names().namespace()
              + " cannot have hosts and gateways when delegation enabled");
    }
    if (intent.traffic().matched() && intent.conditions().isEmpty()) {
      problems.add("spec.analysis.match must say which requests the canary is to get");
    }
    if (intent.conditions().stream().anyMatch(Matches::isOpen)) {
      problems.add(
          "spec.analysis.match must not have an element without headers, queryParams and"
              + " sourceLabels: it would match every request");
    }
    intent.affinity().map(Affinity::problems).ifPresent(problems::addAll);
    return problems;
  }

  private void refuse(RouteIntent intent) {
    var problems = problems(intent);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private boolean intact(RouteIntent intent, Snapshot fetched) {
    return problems(intent).isEmpty()
        && render(intent, fetched).stream()
            .allMatch(
                wanted ->
                    fetched
                        .find(ResourceRef.of(wanted), GenericKubernetesResource.class)
                        .filter(live -> Intact.holds((GenericKubernetesResource) wanted, live))
                        .isPresent());
  }

  /** A user's own as it was, or a generated one with everything to the side that serves longest. */
  private Optional<GenericKubernetesResource> returned(
      RouteIntent intent, GenericKubernetesResource live) {
    var names = intent.names();
    var original = Original.spec(live, names);
    if (original.isEmpty() && Original.isGenerated(live)) {
      var spec = VirtualServiceSpec.straight(intent, names.canary());
      return Optional.of(virtualService(intent, Optional.of(live), spec));
    }
    if (!Original.isMarked(live, names)) {
      return Optional.empty();
    }
    var metadata =
        new ObjectMetaBuilder().withName(names.apex()).withNamespace(names.namespace()).build();
    var spec = original.orElseGet(() -> VirtualServiceSpec.straight(intent, names.apex()));
    return Optional.of(object("VirtualService", metadata, spec));
  }

  private HasMetadata destinationRule(RouteIntent intent, String host) {
    var spec = new LinkedHashMap<String, Object>();
    spec.put("host", host);
    if (!intent.service().trafficPolicy().isEmpty()) {
      spec.put("trafficPolicy", intent.service().trafficPolicy());
    }
    return object("DestinationRule", metadata(intent, host).build(), spec);
  }

  private GenericKubernetesResource virtualService(
      RouteIntent intent, Optional<GenericKubernetesResource> live, Map<String, Object> spec) {
    var annotations = new LinkedHashMap<>(intent.service().annotations());
    annotations.put("kustomize.toolkit.fluxcd.io/reconcile", "disabled");
    annotations.put("helm.toolkit.fluxcd.io/driftDetection", "disabled");
    live.flatMap(Original::of).ifPresent(text -> annotations.put(Original.ANNOTATION, text));
    var metadata =
        metadata(intent, intent.names().apex())
            .withLabels(intent.service().labels())
            .withAnnotations(annotations);
    if (live.isPresent() && !Original.isGenerated(live.get())) {
      metadata.withOwnerReferences(); // a user's must not be collected with the Canary
    }
    return object("VirtualService", metadata.build(), onlyOurs(spec, live));
  }

  /** What others route by in our object would be ours to answer for, so it goes. */
  private static Map<String, Object> onlyOurs(
      Map<String, Object> spec, Optional<GenericKubernetesResource> live) {
    var present =
        live.<Map<?, ?>>map(object -> LiveSpec.map(object.getAdditionalProperties().get("spec")))
            .orElse(Map.of());
    var whole = new LinkedHashMap<>(spec);
    VirtualServiceSpec.ROUTING.stream()
        .filter(present::containsKey)
        .forEach(field -> whole.putIfAbsent(field, List.of()));
    return whole;
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
