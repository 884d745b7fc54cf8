package io.burgee.metrics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.burgee.testsupport.Golden;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInQueriesTest {
  private static final Bindings BINDINGS = Bindings.of("app", "test", "podinfo", "podinfo");

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
  void anUnknownProviderIsAnErrorThatListsTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BuiltInQueries.query("mesh", Measure.DURATION, BINDINGS, Duration.ofMinutes(1)))
        .withMessage("no built-in metrics for provider \"mesh\", there are for: istio, kubernetes");
  }
}
