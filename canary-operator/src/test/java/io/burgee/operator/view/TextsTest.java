package io.burgee.operator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1250, 1.3s",
    "9949, 9.9s",
    "9950, 10s",
    "59400, 59s",
    "60000, 1m",
    "125000, 2m5s",
    "3599600, 1h",
    "5400000, 1h30m",
    "86400000, 1d",
    "180000000, 2d2h"
  })
  void durationsHaveTheirTwoLargestUnits(long millis, String text) {
    assertThat(Texts.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void momentsAreBeforeNowOrAfterIt() {
    assertThat(Texts.relative(NOW.plusSeconds(12), NOW)).isEqualTo("in 12s");
    assertThat(Texts.relative(NOW.minusSeconds(3), NOW)).isEqualTo("3s ago");
    assertThat(Texts.relative(NOW, NOW)).isEqualTo("now");
    assertThat(Texts.relative(null, NOW)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({"99, 99", "99.5, 99.5", "0.1234, 0.123", "1234.5, 1235", "1000, 1000", "-2.50, -2.5"})
  void numbersHaveNoDecimalsThatSayNothing(double number, String text) {
    assertThat(Texts.decimal(number)).isEqualTo(text);
  }
}
