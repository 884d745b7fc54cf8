package io.burgee.mesh;

import static java.util.stream.Collectors.joining;

import io.burgee.mesh.istio.IstioRouter;
import io.burgee.mesh.kubernetes.KubernetesRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The meshes by provider name, {@code spec.provider}. */
public final class Routers {

  /** Everything there is: a new mesh is a package and a line here. */
  private static final Map<String, Function<Predicate<String>, MeshRouter>> ALL =
      new TreeMap<>(
          Map.of("istio", IstioRouter::serving, "kubernetes", _ -> new KubernetesRouter()));

  private final Predicate<String> served;

  /**
   * Routers for one cluster.
   *
   * @param served whether the cluster serves an API version such as {@code
   *     networking.istio.io/v1beta1}; asked anew for every router, so CRDs may come and go
   */
  public Routers(Predicate<String> served) {
    this.served = served;
  }

  /**
   * The mesh of that name.
   *
   * @throws IllegalArgumentException for a name with {@link #problems}
   */
  public MeshRouter get(String provider) {
    var make = ALL.get(provider);
    if (make == null) {
      throw new IllegalArgumentException(unknown(provider));
    }
    return make.apply(served);
  }

  /** Why a Canary that needs {@code needed} can't use {@code provider}; empty when it can. */
  public static List<String> problems(String provider, Set<Feature> needed) {
    if (!ALL.containsKey(provider)) {
      return List.of(unknown(provider));
    }
    var problems = new ArrayList<String>(Feature.conflicts(needed));
    for (var feature : needed) {
      if (!features(provider).contains(feature)) {
        problems.add(missing(provider, feature));
      }
    }
    return problems;
  }

  /** All provider names. */
  public static Set<String> names() {
    return Set.copyOf(ALL.keySet());
  }

  private static String unknown(String provider) {
    return "unknown provider \""
        + provider
        + "\", known providers: "
        + String.join(", ", ALL.keySet());
  }

  private static String missing(String provider, Feature feature) {
    var able =
        ALL.keySet().stream()
            .filter(name -> features(name).contains(feature))
            .collect(joining(", "));
    return feature
        + " is not supported when using the "
        + provider
        + " provider; providers that have it: "
        + able;
  }

  private static Set<Feature> features(String provider) {
    var make = ALL.get(provider);
    return make == null ? Set.of() : make.apply(_ -> true).features();
  }
}
