package io.burgee.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every metric source promises. A subclass brings a backend that answers as told. */
abstract class MetricSourceContract {
  static final Query QUERY = Query.of("q", Duration.ofMinutes(1));

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  abstract MetricSource source();

  abstract void backendAnswers(double value);

  abstract void backendHasNoData();

  abstract void backendAnswersNotANumber();

  abstract void backendAnswersSeveralSeries();

  abstract void backendRefusesTheQuery();

  abstract void backendFails();

  abstract void backendAnswersGarbage();

  abstract void backendAnswersWithoutEnd();

  abstract void backendDoesNotAnswer();

  abstract void backendIsGone();

  @Test
  void oneNumberIsTheValue() {
    backendAnswers(99.5);
    assertThat(read()).isEqualTo(new Reading.Value(99.5, OptionalLong.empty()));
  }

  @Test
  void zeroAndNegativeNumbersAreValues() {
    backendAnswers(0);
    assertThat(read()).isEqualTo(new Reading.Value(0, OptionalLong.empty()));
    backendAnswers(-1.5);
    assertThat(read()).isEqualTo(new Reading.Value(-1.5, OptionalLong.empty()));
  }

  @Test
  void nothingFoundIsNoData() {
    backendHasNoData();
    assertThat(read()).isInstanceOf(Reading.NoData.class);
  }

  @Test
  void whatIsNotANumberIsNoData() {
    backendAnswersNotANumber();
    assertThat(read()).isInstanceOf(Reading.NoData.class);
  }

  @Test
  void severalSeriesAreNoData() {
    backendAnswersSeveralSeries();
    assertThat(read()).isInstanceOf(Reading.NoData.class);
  }

  @Test
  void aRefusedQueryIsNoAnswer() {
    backendRefusesTheQuery();
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void anErrorOfTheBackendIsNoAnswer() {
    backendFails();
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void garbageIsNoAnswer() {
    backendAnswersGarbage();
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void aHugeAnswerIsNotRead() {
    backendAnswersWithoutEnd();
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void silenceIsNoAnswer() {
    backendDoesNotAnswer();
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void aRefusedConnectionIsNoAnswer() {
    backendIsGone();
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void theBackendIsAskedAnewEveryTime() {
    backendFails();
    read();
    backendAnswers(1);
    assertThat(read()).isEqualTo(new Reading.Value(1, OptionalLong.empty()));
  }

  final Reading read() {
    return read(QUERY);
  }

  final Reading read(Query query) {
    return source().read(query, NOW);
  }
}
