package io.burgee.metrics;

import io.burgee.core.Check;

/**
 * One check with the query that answers it.
 *
 * @param canary as events name it, {@code NAME.NAMESPACE}
 * @param target as events name it, {@code TARGET.NAMESPACE}
 */
public record Question(
    Check check, Measure measure, Origin origin, String canary, String target, Query query) {

  /** Where the query comes from; it decides which source is asked. */
  public sealed interface Origin {

    /** Shipped for a mesh; the Canary's metrics server answers. */
    record BuiltIn(String provider) implements Origin {}

    /** Written in the Canary; its metrics server answers. */
    record Inline() implements Origin {}

    /** A MetricTemplate's; the source that it names answers. */
    record Template() implements Origin {}
  }
}
