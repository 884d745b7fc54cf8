package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.CanaryMetric;
import io.burgee.metrics.Question;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricReaderTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void aMetricIsBuiltInInlineOrTemplated() {
    var measured =
        read(
            "{name: request-success-rate, thresholdRange: {min: 99}, interval: 30s}",
            "{name: errors, query: 'sum(errors)', thresholdRange: {max: 1}}",
            "{name: latency, templateRef: {name: latency}, thresholdRange: {max: 1}}",
            "{name: other, templateRef: {name: t, namespace: shared}, threshold: 5}");
    assertThat(problems).isEmpty();
    assertThat(measured)
        .extracting(Measured::origin)
        .containsExactly(
            new Question.Origin.BuiltIn("istio"),
            new Question.Origin.Inline(),
            new Question.Origin.Template(),
            new Question.Origin.Template());
    assertThat(measured)
        .extracting(Measured::window)
        .startsWith(Duration.ofSeconds(30), Duration.ofMinutes(1));
    assertThat(measured.get(2).template()).contains(new Measured.TemplateRef("test", "latency"));
    assertThat(measured.get(3).template()).contains(new Measured.TemplateRef("shared", "t"));
  }

  @Test
  void aMetricThatCannotBeMeasuredIsRefused() {
    assertThat(
            read("{name: errors, thresholdRange: {max: 1}}", "{name: e, query: ' ', threshold: 1}"))
        .isEmpty();
    assertThat(problems)
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("templateRef or query"));
    assertThat(problems.getFirst()).startsWith("spec.analysis.metrics[0]: name is errors");
  }

  @Test
  void aRangeWithoutEndsIsRefusedEvenBesideAThreshold() {
    assertThat(
            read(
                "{name: request-duration, thresholdRange: {}}",
                "{name: request-duration, thresholdRange: {}, threshold: 500}",
                "{name: request-duration}",
                "{name: request-duration, thresholdRange: {min: 5, max: 1}}"))
        .isEmpty();
    assertThat(problems).hasSize(4);
  }

  private List<Measured> read(String... metrics) {
    return new MetricReader("istio")
        .read(
            "test",
            Arrays.stream(metrics)
                .map(m -> Serialization.unmarshal("---\n" + m, CanaryMetric.class))
                .toList(),
            problems);
  }
}
