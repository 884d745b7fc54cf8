package io.burgee.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.CanaryMetric;
import io.burgee.api.MetricTemplateSpec;
import io.burgee.core.Bounds;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
  private static final Questions.Scope SCOPE =
      new Questions.Scope("istio", Bindings.of("app", "test", "podinfo", "podinfo"));

  @Test
  void aBuiltInNameAsksTheMeshsQuery() {
    var question = only("name: request-success-rate\nthresholdRange: {min: 99}\ninterval: 30s");
    assertThat(question.measure()).isEqualTo(Measure.SUCCESS_RATE);
    assertThat(question.origin()).isEqualTo(new Question.Origin.BuiltIn("istio"));
    assertThat(question.check().bounds()).isEqualTo(Bounds.atLeast(99));
    assertThat(question.check().window()).isEqualTo(Duration.ofSeconds(30));
    assertThat(question.query().text()).contains("[30s]");
    assertThat(question.canary()).isEqualTo("app.test");
    assertThat(question.target()).isEqualTo("podinfo.test");
  }

  @Test
  void aMetricWithoutIntervalLooksBackAMinute() {
    var question = only("name: m\nquery: 'rate(x[{{ interval }}])'\nthresholdRange: {max: 1}");
    assertThat(question.check().window()).isEqualTo(Duration.ofMinutes(1));
    assertThat(question.query().text()).isEqualTo("rate(x[1m])");
  }

  @Test
  void aTemplateIsFilledInWithTheMetricsVariables() {
    var question =
        only(
            """
            name: m
            templateRef: {name: errors}
            templateVariables: {code: "5.."}
            thresholdRange: {max: 0}
            """);
    assertThat(question.origin()).isEqualTo(new Question.Origin.Template("test", "errors"));
    assertThat(question.query().text()).isEqualTo("x{name=\"app\", code=~\"5..\"}");
  }

  @Test
  void aTemplateMayBeInAnotherNamespace() {
    assertThat(ask("name: m\ntemplateRef: {name: errors, namespace: ops}").problems())
        .containsExactly("spec.analysis.metrics[0]: there is no MetricTemplate errors.ops");
  }

  @Test
  void oneMetricMayAskSeveralQuestions() {
    var questions =
        ask("name: request-duration\nquery: up\nthresholdRange: {max: 500}").questions();
    assertThat(questions)
        .extracting(Question::measure)
        .containsExactly(Measure.DURATION, Measure.CUSTOM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: m | m is not built in, so it needs a templateRef or a query",
        "name: request-duration | thresholdRange needs a min or a max",
        "name: request-duration, thresholdRange: {} | thresholdRange needs a min or a max",
        "name: request-duration, thresholdRange: {min: 2, max: 1} | minimum 2.0 is above maximum 1.0",
        "name: request-duration, interval: soon | interval \"soon\" must be such as 1m or 30s",
        "name: request-duration, interval: 0s | interval \"0s\" must be longer than nothing",
      })
  void whatCannotBeAskedIsAProblemAndNeverAPass(String metric, String problem) {
    var resolved = ask(metric.replaceAll(", (?=thresholdRange|interval)", "\n"));
    assertThat(resolved.questions()).isEmpty();
    assertThat(resolved.problems()).containsExactly("spec.analysis.metrics[0]: " + problem);
  }

  @Test
  void allProblemsAreReported() {
    assertThat(ask("name: a", "name: b", "name: m\nquery: up\nthreshold: 1").problems())
        .hasSize(2)
        .satisfies(
            problems -> {
              assertThat(problems.getFirst()).startsWith("spec.analysis.metrics[0]: ");
              assertThat(problems.getLast()).startsWith("spec.analysis.metrics[1]: ");
            });
  }

  private static Question only(String metric) {
    var resolved = ask(metric);
    assertThat(resolved.problems()).isEmpty();
    return resolved.questions().getFirst();
  }

  private static Questions ask(String... metrics) {
    return Questions.of(
        SCOPE,
        Arrays.stream(metrics)
            .map(yaml -> Serialization.unmarshal(yaml, CanaryMetric.class))
            .toList(),
        QuestionsTest::template);
  }

  private static Optional<MetricTemplateSpec> template(Question.Origin.Template ref) {
    var spec = new MetricTemplateSpec();
    spec.setQuery("x{name=\"{{ name }}\", code=~\"{{ variables.code }}\"}");
    return ref.equals(new Question.Origin.Template("test", "errors"))
        ? Optional.of(spec)
        : Optional.empty();
  }
}
