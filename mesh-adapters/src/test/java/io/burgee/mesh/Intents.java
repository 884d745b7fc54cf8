package io.burgee.mesh;

import io.burgee.api.CanaryService;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.OptionalInt;

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

  static RouteIntent mirrored() {
    var plain = plain(0);
    return new RouteIntent(
        plain.names(),
        plain.owner(),
        plain.service(),
        List.of(),
        OptionalInt.of(50),
        new Traffic(Weight.ZERO, true, false));
  }
}
