package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.burgee.api.CanaryAnalysis;
import io.burgee.api.SessionAffinity;
import io.burgee.core.Strategy;
import io.burgee.core.Weight;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StrategyReadingTest {
  private final CanaryAnalysis analysis = new CanaryAnalysis();

  private StrategyReading routed() {
    return StrategyReading.read(analysis, "istio", true);
  }

  private StrategyReading unrouted() {
    return StrategyReading.read(analysis, "kubernetes", false);
  }

  private void match() {
    var condition = JsonNodeFactory.instance.objectNode();
    condition.putObject("headers").putObject("x-canary").put("exact", "insider");
    analysis.setMatch(List.of(condition));
  }

  @Test
  void conditionsWithIterationsAreABTesting() {
    analysis.setIterations(3);
    match();
    assertThat(routed().strategy()).isEqualTo(new Strategy.AbTesting(3));
    assertThat(routed().conditions().getFirst()).containsOnlyKeys("headers");
    assertThat(routed().warnings()).isEmpty();
  }

  @Test
  void conditionsWithWeightsHaveNoMeaning() {
    analysis.setStepWeight(10);
    match();
    assertThat(StrategyReading.matchesWithoutIterations(analysis)).isTrue();
  }

  @Test
  void theShareOfMirroredRequestsCountsOnlyWhereAnyAre() {
    analysis.setStepWeights(List.of(10, 50));
    analysis.setMirrorWeight(40);
    assertThat(routed().mirrorPercent()).isEmpty();
    analysis.setMirror(true);
    assertThat(routed().mirrorPercent()).isEqualTo(OptionalInt.of(40));
    assertThat(routed().strategy())
        .isEqualTo(new Strategy.Weighted(List.of(new Weight(10), new Weight(50)), true));
    analysis.setMirrorWeight(0);
    assertThat(routed().mirrorPercent()).isEmpty();
  }

  @Test
  void withoutRoutesAllBecomesIterationsAndWhatIsLostIsSaid() {
    analysis.setStepWeight(10);
    analysis.setMirror(true);
    analysis.setSessionAffinity(new SessionAffinity());
    match();
    assertThat(unrouted().strategy()).isEqualTo(new Strategy.BlueGreen(10, false, false));
    assertThat(unrouted().warnings())
        .containsExactly(
            "A/B testing is not supported when using the kubernetes provider",
            "Progressive traffic is not supported when using the kubernetes provider",
            "Setting canaryAnalysis.iterations: 10",
            "Traffic mirroring is not supported when using the kubernetes provider",
            "Session affinity is not supported when using the kubernetes provider");
  }

  @Test
  void iterationsNeedNoRoutes() {
    analysis.setIterations(2);
    assertThat(unrouted().strategy()).isEqualTo(new Strategy.BlueGreen(2, false, false));
    assertThat(unrouted().warnings()).isEmpty();
  }
}
