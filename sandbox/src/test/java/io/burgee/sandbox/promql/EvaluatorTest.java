package io.burgee.sandbox.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
  private static final SeriesFixture DATA =
      new SeriesFixture()
          .add("requests", Map.of("code", "200", "app", "a"), 0, 30, 60, 90, 120)
          .add("requests", Map.of("code", "500", "app", "a"), 0, 10, 20, 30, 40)
          .add("requests", Map.of("code", "200", "app", "b"), 100, 115, 5, 20, 35)
          .add("requests", Map.of("code", "404", "app", "c"), 7)
          .add("idle", Map.of("app", "a"), 5, 5, 5, 5, 5)
          .add("late", Map.of(), Double.NaN, Double.NaN, Double.NaN, 0, 60)
          .add("gauge", Map.of("app", "a"), 1, 2, 3, 4, 5)
          .add("gauge", Map.of("app", "b"), 10, 20, 30, 40, 50)
          .add("limit", Map.of("app", "a", "zone", "x"), 4, 4, 4, 4, 4)
          .addStale("gone", Map.of(), 1, 30)
          .add("took_bucket", Map.of("le", "10"), 0, 0, 0, 0, 0)
          .add("took_bucket", Map.of("le", "50"), 0, 30, 60, 90, 120)
          .add("took_bucket", Map.of("le", "100"), 0, 55, 110, 165, 220)
          .add("took_bucket", Map.of("le", "+Inf"), 0, 60, 120, 180, 240);

  private static String answer(String query) {
    return switch (Evaluator.query(query, DATA, SeriesFixture.second(60))) {
      case Value.Scalar(var value) -> text(value);
      case Value.Vector(var elements) -> {
        var shown = new TreeMap<String, String>();
        elements.forEach(e -> shown.put(shown(e.labels()), text(e.value())));
        yield shown.toString();
      }
      case Value.Matrix(var series) -> "matrix of " + series.size();
    };
  }

  private static String shown(Labels labels) {
    return labels.values().values().stream().reduce((a, b) -> a + "," + b).orElse("-");
  }

  private static String text(double value) {
    return Double.isFinite(value)
        ? new java.math.BigDecimal(value)
            .setScale(6, java.math.RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        : Double.toString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 + 2 * 3|7",
        "(1 + 2) * 3|9",
        "2 ^ 3 ^ 2|512",
        "-2 ^ 2|-4",
        "-1 * -2|2",
        "7 % 4|3",
        "0x1F|31",
        "1e3|1000",
        ".5|0.5",
        "1 > bool 2|0",
        "2 >= bool 2|1",
        "1 / 0|Infinity",
        "0 / 0|NaN",
        "Inf - inf|NaN",
        "vector(1)|{-=1}",
        "scalar(vector(3)) + 1|4",
        "scalar(requests)|NaN",
      })
  void numbersFollowTheUsualPrecedence(String query, String expected) {
    assertThat(answer(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "gauge{app=\"a\"}|{gauge,a=5}",
        "gauge{app!=\"a\"}|{gauge,b=50}",
        "gauge{app=~\"[ab]\"}|{gauge,a=5, gauge,b=50}",
        "gauge{app=~\"a.+\"}|{}",
        "gauge{app!~'a'}|{gauge,b=50}",
        "{__name__=\"gauge\",app=`b`}|{gauge,b=50}",
        "gauge{zone=\"\"}|{gauge,a=5, gauge,b=50}",
        "gauge offset 30s|{gauge,a=3, gauge,b=30}",
        "nothing|{}",
        "gone|{}",
        "gone offset 45s|{gone=1}",
        "gauge[1m]|matrix of 2",
      })
  void selectorsMatchWholeValues(String query, String expected) {
    assertThat(answer(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // four samples in the window, three steps: 90 in 45 s, extrapolated by the 15 s before
        "rate(requests{code=\"200\",app=\"a\"}[1m])|{a,200=2}",
        "increase(requests{code=\"200\",app=\"a\"}[1m])|{a,200=120}",
        "rate(idle[1m])|{a=0}",
        // 115, 5, 20, 35: grew by 35 after a restart from zero
        "increase(requests{app=\"b\"}[1m])|{b,200=46.666667}",
        // the counter was zero at its first sample: nothing can have been before
        "increase(late[1m])|{-=60}",
        "rate(requests{app=\"c\"}[1m])|{}",
        "rate(nothing[1m])|{}",
        "rate(requests{code=\"500\"}[30s] offset 15s)|{a,500=0.666667}",
        "sum(rate(requests[1m]))|{-=3.444444}",
        "sum by (app) (rate(requests[1m]))|{a=2.666667, b=0.777778}",
        "sum(rate(requests[1m])) by (app)|{a=2.666667, b=0.777778}",
        "sum without (app) (gauge)|{-=55}",
        "avg(gauge)|{-=27.5}",
        "max(gauge)|{-=50}",
        "min(gauge)|{-=5}",
        "count(gauge)|{-=2}",
        "sum(nothing)|{}",
      })
  void countersGrowAcrossRestartsAndGroups(String query, String expected) {
    assertThat(answer(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "gauge * 2|{a=10, b=100}",
        "100 - gauge|{a=95, b=50}",
        "gauge > 10|{gauge,b=50}",
        "10 < gauge|{gauge,b=50}",
        "gauge > bool 10|{a=0, b=1}",
        "gauge / gauge|{a=1, b=1}",
        "gauge - on (app) limit|{a=1}",
        "gauge - ignoring (zone) limit|{a=1}",
        "gauge > on (app) limit|{a=5}",
        "gauge - limit|{}",
        "gauge + nothing|{}",
        "gauge and on (app) limit|{gauge,a=5}",
        "gauge unless on (app) limit|{gauge,b=50}",
        "nothing or vector(0)|{-=0}",
        "-gauge|{a=-5, b=-50}",
        "sum(nothing) / sum(gauge)|{}",
        "sum(rate(idle[1m])) / sum(rate(idle[1m]))|{-=NaN}",
      })
  void vectorsAreMatchedOneToOne(String query, String expected) {
    assertThat(answer(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "histogram_quantile(0.5, sum(rate(took_bucket[1m])) by (le))|{-=50}",
        "histogram_quantile(0.25, took_bucket)|{-=30}",
        "histogram_quantile(0.75, took_bucket)|{-=80}",
        // what is beyond the last bound is reported as that bound
        "histogram_quantile(0.99, took_bucket)|{-=100}",
        "histogram_quantile(2, took_bucket)|{-=Infinity}",
        "histogram_quantile(-1, took_bucket)|{-=-Infinity}",
        "histogram_quantile(0.9, took_bucket{le!=\"+Inf\"})|{-=NaN}",
        "histogram_quantile(0.9, took_bucket offset 1m)|{-=NaN}",
        "histogram_quantile(0.9, nothing)|{}",
        "histogram_quantile(0.9, gauge)|{}",
      })
  void quantilesAreLinearWithinTheirBucket(String query, String expected) {
    assertThat(answer(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|1:1: parse error: no expression found in input",
        "sum(|1:5: parse error: unexpected end of input",
        "1 +|1:4: parse error: unexpected end of input",
        "1 2|1:3: parse error: unexpected \"2\"",
        "foo(1)|1:1: parse error: unknown function with name \"foo\"",
        "rate(x)|1:1: parse error: expected type range vector in call to function \"rate\","
            + " got instant vector",
        "rate(x[1m], 2)|1:1: parse error: expected 1 argument(s) in call to \"rate\", got 2",
        "sum(1)|1:1: parse error: expected type instant vector in aggregation expression,"
            + " got scalar",
        "1 > 2|1:3: parse error: comparisons between scalars must use BOOL modifier",
        "1 + bool 2|1:3: parse error: bool modifier can only be used on comparison operators",
        "1 or 2|1:3: parse error: set operator \"or\" not allowed in binary scalar expression",
        "x[1m] + 1|1:7: parse error: binary expression must contain only scalar and instant"
            + " vector types",
        "{a=\"\"}|1:1: parse error: vector selector must contain at least one non-empty matcher",
        "x{a=~\"(\"}|1:4: parse error: error parsing regexp: Unclosed group: `(`",
        "x{a>\"1\"}|1:4: parse error: unexpected \">\" in label matching, expected label operator",
        "x{a=\"1|1:5: parse error: unterminated quoted string",
        "x $ y|1:3: parse error: unexpected character: '$'",
        "(1)[1m]|1:4: parse error: ranges and offsets only allowed for vector selectors",
        "x[0s]|1:3: parse error: duration must be greater than 0",
      })
  void whatDoesNotParseIsBadDataAndSaysWhere(String query, String problem) {
    assertThatThrownBy(() -> answer(query))
        .isInstanceOfSatisfying(
            PromqlException.class,
            e -> assertThat(e.type()).isEqualTo(PromqlException.Type.BAD_DATA))
        .hasMessage(problem);
  }

  @Test
  void aMatchOfManyToOneIsAnExecutionError() {
    assertThatThrownBy(() -> answer("gauge + on () gauge"))
        .isInstanceOfSatisfying(
            PromqlException.class,
            e -> assertThat(e.type()).isEqualTo(PromqlException.Type.EXECUTION))
        .hasMessageContaining("duplicate series for the match group");
  }

  @Test
  void escapesAndCommentsAreRead() {
    assertThat(answer("gauge{app=\"\\x\" } # no such escape".replace("\\x", "\\\\")))
        .isEqualTo("{}");
    assertThat(answer("gauge{app='a'} # the rest is a comment")).isEqualTo("{gauge,a=5}");
  }
}
