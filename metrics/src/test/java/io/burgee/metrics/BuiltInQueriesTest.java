package io.burgee.metrics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.burgee.testsupport.Golden;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInQueriesTest {
  private static final Bindings BINDINGS =
      new Bindings("app", "test", "podinfo", "podinfo", "podinfo", "podinfo", "1m", Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"istio", "kubernetes"})
  void everyProviderHasBothChecksAndTheirSampleCounts(String provider) {
    var text =
        Stream.of(Measure.SUCCESS_RATE, Measure.DURATION)
            .map(
                measure -> BuiltInQueries.query(provider, measure, BINDINGS, Duration.ofMinutes(1)))
            .map(query -> query.text() + "\n" + query.samples().orElseThrow() + "\n")
            .collect(joining());
    assertThat(BuiltInQueries.names()).contains(provider);
    Golden.assertText(text, "golden/queries/" + provider + ".txt");
  }

  @Test
  void aUsersOwnMetricIsNotBuiltIn() {
    assertThat(BuiltInQueries.measure("errors")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BuiltInQueries.query("istio", Measure.CUSTOM, BINDINGS, Duration.ofMinutes(1)));
  }

  @Test
  void anUnknownProviderIsAnErrorThatListsTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BuiltInQueries.query("mesh", Measure.DURATION, BINDINGS, Duration.ofMinutes(1)))
        .withMessage("no built-in metrics for provider \"mesh\", there are for: istio, kubernetes");
  }
}
