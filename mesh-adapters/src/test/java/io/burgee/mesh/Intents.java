package io.burgee.mesh;

import io.burgee.api.CanaryService;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Intents for tests, from {@code spec.service} as users write it. */
public final class Intents {
  private Intents() {}

  public static RouteIntent plain(int percent) {
    return of("port: 9898", percent);
  }

  public static RouteIntent of(String service, int percent) {
    return RouteIntent.of(
        RouteIntent.Names.of("test", "podinfo"),
        new RouteIntent.Owner("flagger.app/v1beta1", "Canary", "podinfo", "U"),
        ServiceSection.of(Serialization.unmarshal(service, CanaryService.class)),
        Traffic.of(new Weight(percent)));
  }

  /** With {@code match} and {@code mirrorWeight} of {@code spec.analysis} too. */
  public static RouteIntent of(String service, String analysis, Traffic traffic) {
    var plain = of(service, 0);
    var written = Serialization.unmarshal(analysis, Analysis.class);
    return new RouteIntent(
        plain.names(),
        plain.owner(),
        plain.service(),
        written.match() == null ? List.of() : written.match(),
        written.mirrorWeight() == 0 ? OptionalInt.empty() : OptionalInt.of(written.mirrorWeight()),
        Optional.empty(),
        traffic);
  }

  private record Analysis(@Nullable List<Map<String, Object>> match, int mirrorWeight) {}

  public static RouteIntent mirrored() {
    return of("port: 9898", "mirrorWeight: 50", new Traffic(Weight.ZERO, true, false));
  }

  /** A run in which both sides give cookies, after one that gave another. */
  public static Affinity affinity() {
    return affinity(Optional.of(new Cookie("cc", "PREVIOUSAB")));
  }

  public static Affinity affinity(Optional<Cookie> previous) {
    return new Affinity(
        new Cookie("cc", "CURRENTABC"),
        previous,
        Optional.of(new Cookie("pc", "PRIMARYABC")),
        86_400,
        15,
        Affinity.Attributes.NONE);
  }
}
