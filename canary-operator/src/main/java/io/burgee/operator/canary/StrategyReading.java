package io.burgee.operator.canary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.burgee.api.CanaryAnalysis;
import io.burgee.api.SessionAffinity;
import io.burgee.core.Strategy;
import io.burgee.core.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a candidate gets its traffic.
 *
 * @param conditions of A/B testing; empty for all other strategies
 * @param mirrorPercent how many requests are mirrored; empty for the mesh's default
 * @param affinity of clients to the side that served them; empty where none is wanted
 * @param warnings about what was asked for and the provider can't do
 */
record StrategyReading(
    Strategy strategy,
    List<Map<String, Object>> conditions,
    OptionalInt mirrorPercent,
    Optional<SessionAffinity> affinity,
    List<String> warnings) {

  /** What the reference makes of weights where there are no routes. */
  private static final int ITERATIONS_WITHOUT_ROUTES = 10;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a valid analysis.
   *
   * @param routed whether the provider can route requests to either side
   */
  static StrategyReading read(CanaryAnalysis analysis, String provider, boolean routed) {
    return routed ? routed(analysis) : unrouted(analysis, provider);
  }

  /** What was meant for some users must not go to any of them by weight. */
  static boolean matchesWithoutIterations(CanaryAnalysis analysis) {
    return matches(analysis) && analysis.getIterations() == null;
  }

  /** Whether requests are told apart by the user's conditions. */
  private static boolean matches(CanaryAnalysis analysis) {
    return !Objects.requireNonNullElse(analysis.getMatch(), List.<JsonNode>of()).isEmpty();
  }

  private static boolean mirrors(CanaryAnalysis analysis) {
    return Objects.equals(analysis.getMirror(), true);
  }

  private static StrategyReading routed(CanaryAnalysis analysis) {
    var iterations = analysis.getIterations();
    if (iterations != null && matches(analysis)) {
      return new StrategyReading(
          new Strategy.AbTesting(iterations),
          conditions(analysis),
          OptionalInt.empty(),
          Optional.empty(),
          mirrors(analysis) ? List.of("Traffic is not mirrored in A/B testing") : List.of());
    }
    return new StrategyReading(
        iterations == null
            ? weighted(analysis)
            : new Strategy.BlueGreen(iterations, true, mirrors(analysis)),
        List.of(),
        mirrors(analysis) ? mirrorPercent(analysis) : OptionalInt.empty(),
        Optional.ofNullable(analysis.getSessionAffinity()),
        List.of());
  }

  /** The reference's replacements, with its words. */
  private static StrategyReading unrouted(CanaryAnalysis analysis, String provider) {
    var warnings = new ArrayList<String>();
    if (matches(analysis)) {
      warnings.add(unsupported("A/B testing", provider));
    }
    var iterations = analysis.getIterations();
    if (iterations == null) {
      warnings.add(unsupported("Progressive traffic", provider));
      warnings.add("Setting canaryAnalysis.iterations: " + ITERATIONS_WITHOUT_ROUTES);
    }
    if (mirrors(analysis)) {
      warnings.add(unsupported("Traffic mirroring", provider));
    }
    if (analysis.getSessionAffinity() != null) {
      warnings.add(unsupported("Session affinity", provider));
    }
    return new StrategyReading(
        new Strategy.BlueGreen(
            Objects.requireNonNullElse(iterations, ITERATIONS_WITHOUT_ROUTES), false, false),
        List.of(),
        OptionalInt.empty(),
        Optional.empty(),
        List.copyOf(warnings));
  }

  private static String unsupported(String what, String provider) {
    return what + " is not supported when using the " + provider + " provider";
  }

  private static Strategy weighted(CanaryAnalysis analysis) {
    var weights = analysis.getStepWeights();
    if (weights != null) {
      return new Strategy.Weighted(weights.stream().map(Weight::new).toList(), mirrors(analysis));
    }
    var max = analysis.getMaxWeight();
    return Strategy.Weighted.linear(
        Objects.requireNonNull(analysis.getStepWeight()),
        max == null || max == 0 ? Weight.ALL : new Weight(max),
        mirrors(analysis));
  }

  private static OptionalInt mirrorPercent(CanaryAnalysis analysis) {
    var weight = analysis.getMirrorWeight();
    return weight == null || weight == 0 ? OptionalInt.empty() : OptionalInt.of(weight);
  }

  private static List<Map<String, Object>> conditions(CanaryAnalysis analysis) {
    return Objects.requireNonNullElse(analysis.getMatch(), List.<JsonNode>of()).stream()
        .map(condition -> JSON.convertValue(condition, new TypeReference<Map<String, Object>>() {}))
        .toList();
  }
}
