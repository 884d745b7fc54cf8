package io.burgee.mesh;

import java.util.List;
import java.util.Set;

/** What a Canary may need of its mesh. The text is how messages to users call it. */
public enum Feature {
  WEIGHTS("Progressive traffic"),
  MATCH("A/B testing"),
  MIRROR("Traffic mirroring"),
  TCP("TCP routing"),
  SESSION_AFFINITY("Session affinity");

  private static final Set<Feature> OF_HTTP = Set.of(MATCH, MIRROR, SESSION_AFFINITY);

  private final String text;

  Feature(String text) {
    this.text = text;
  }

  /** Why no mesh can have all of these at once; empty when one may. */
  public static List<String> conflicts(Set<Feature> needed) {
    return needed.contains(TCP)
        ? needed.stream()
            .filter(OF_HTTP::contains)
            .sorted()
            .map(feature -> feature + " needs HTTP, but spec.service.appProtocol is tcp")
            .toList()
        : List.of();
  }

  @Override
  public String toString() {
    return text;
  }
}
