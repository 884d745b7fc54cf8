package io.burgee.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.burgee.core.Bounds;
import io.burgee.core.Check;
import io.burgee.core.CheckResult;
import io.burgee.core.Verdict;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Question.Origin BUILT_IN = new Question.Origin.BuiltIn("istio");
  private static final Question.Origin TEMPLATE = new Question.Origin.Template();
  private static final Question.Origin INLINE = new Question.Origin.Inline();

  @ParameterizedTest
  @CsvSource({"99", "99.5", "100"})
  void aValueWithinItsBoundsPasses(double value) {
    assertThat(judge(successRate(99), value).verdict()).isEqualTo(new Verdict.Passing());
  }

  @ParameterizedTest
  @CsvSource({
    "91.2, 99, success rate 91.20% < 99%",
    "98.004, 99.5, success rate 98.00% < 99.5%",
    "0, 99, success rate 0.00% < 99%",
  })
  void aLowSuccessRateFailsInTheReferencesWords(double value, double min, String text) {
    assertThat(judge(successRate(min), value).verdict())
        .isEqualTo(new Verdict.Failing("Halt podinfo.test advancement " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "1515.9, 500, 1.515s > 500ms",
    "61000, 1500, 1m1s > 1.5s",
    "3600500, 60000, 1h0m0.5s > 1m0s",
  })
  void aLongDurationFailsInTheReferencesWords(double value, double max, String text) {
    var question = question(Measure.DURATION, BUILT_IN, Bounds.atMost(max));
    assertThat(judge(question, value).verdict())
        .isEqualTo(new Verdict.Failing("Halt podinfo.test advancement request duration " + text));
  }

  @Test
  void durationsAreComparedInWholeMilliseconds() {
    var question = question(Measure.DURATION, BUILT_IN, Bounds.atMost(500));
    var result = judge(question, 500.9);
    assertThat(result.verdict()).isEqualTo(new Verdict.Passing());
    assertThat(result.value()).hasValue(500);
  }

  @Test
  void aUsersMetricFailsOnEitherEnd() {
    var bounds = new Bounds(OptionalDouble.of(1), OptionalDouble.of(2.5));
    var question = question(Measure.CUSTOM, TEMPLATE, bounds);
    assertThat(judge(question, 0.125).verdict())
        .isEqualTo(new Verdict.Failing("Halt podinfo.test advancement m 0.12 < 1"));
    assertThat(judge(question, 3).verdict())
        .isEqualTo(new Verdict.Failing("Halt podinfo.test advancement m 3.00 > 2.5"));
  }

  @Test
  void noDataIsUnknownInTheReferencesWords() {
    var none = new Reading.NoData("no values found");
    assertThat(Judge.judge(successRate(99), none).verdict())
        .isEqualTo(
            new Verdict.Unknown(
                "Halt advancement no values found for istio metric m probably podinfo.test is not"
                    + " receiving traffic: no values found"));
    assertThat(Judge.judge(question(Measure.CUSTOM, TEMPLATE, Bounds.atMost(1)), none).verdict())
        .isEqualTo(
            new Verdict.Unknown(
                "Halt advancement no values found for custom metric: m: no values found"));
    assertThat(Judge.judge(question(Measure.CUSTOM, INLINE, Bounds.atMost(1)), none).verdict())
        .isEqualTo(
            new Verdict.Unknown("Halt advancement no values found for metric: m: no values found"));
  }

  @Test
  void noAnswerIsUnknownAndHasNoValue() {
    var result = Judge.judge(successRate(99), new Reading.Unreachable("prometheus:9090: refused"));
    assertThat(result.verdict())
        .isEqualTo(new Verdict.Unknown("Prometheus query failed for m: prometheus:9090: refused"));
    assertThat(result.value()).isEmpty();
    assertThat(result.samples()).isEmpty();
  }

  @Test
  void aResultTellsAllThatIsNeededToSeeWhy() {
    var question = successRate(99);
    assertThat(Judge.judge(question, new Reading.Value(99.5, OptionalLong.of(42))))
        .isEqualTo(
            new CheckResult(
                "m",
                new Verdict.Passing(),
                OptionalDouble.of(99.5),
                Bounds.atLeast(99),
                OptionalLong.of(42),
                Duration.ofMinutes(1),
                "q"));
  }

  @Test
  void aThresholdIsTheMinimumOfTheSuccessRateAndTheMaximumOfAnythingElse() {
    var threshold = OptionalDouble.of(99.5);
    var none = OptionalDouble.empty();
    assertThat(Measure.SUCCESS_RATE.bounds(none, none, threshold)).isEqualTo(Bounds.atLeast(99.5));
    assertThat(Measure.DURATION.bounds(none, none, threshold)).isEqualTo(Bounds.atMost(99));
    assertThat(Measure.CUSTOM.bounds(none, none, threshold)).isEqualTo(Bounds.atMost(99.5));
  }

  @Test
  void aRangeGoesBeforeAThreshold() {
    assertThat(
            Measure.SUCCESS_RATE.bounds(
                OptionalDouble.of(95), OptionalDouble.empty(), OptionalDouble.of(99)))
        .isEqualTo(Bounds.atLeast(95));
  }

  @Test
  void aCheckWithoutBoundsIsRefused() {
    var none = OptionalDouble.empty();
    for (var measure : Measure.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> measure.bounds(none, none, none))
          .withMessage("thresholdRange needs a min or a max");
    }
  }

  private static CheckResult judge(Question question, double value) {
    return Judge.judge(question, new Reading.Value(value, OptionalLong.empty()));
  }

  private static Question successRate(double min) {
    return question(Measure.SUCCESS_RATE, BUILT_IN, Bounds.atLeast(min));
  }

  private static Question question(Measure measure, Question.Origin origin, Bounds bounds) {
    var window = Duration.ofMinutes(1);
    return new Question(
        new Check("m", bounds, window),
        measure,
        origin,
        "podinfo.test",
        "podinfo.test",
        Query.of("q", window));
  }
}
