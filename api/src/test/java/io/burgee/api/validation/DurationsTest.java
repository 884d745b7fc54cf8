package io.burgee.api.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "10s, PT10S",
    "1m30s, PT1M30S",
    "500ms, PT0.5S",
    "1.5h, PT1H30M",
    ".5m, PT30S",
    "1.s, PT1S",
    "1h2m3s4ms5us6ns, PT1H2M3.004005006S",
    "2µs, PT0.000002S",
    "+3s, PT3S",
    "-3s, PT-3S",
    "0.9ns, PT0S",
  })
  void readsWhatGoReads(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          10 | "10" lacks a unit: use ns, us, ms, s, m or h, as in 1m30s
          1m30 | "1m30" lacks a unit: use ns, us, ms, s, m or h, as in 1m30s
          1.5.5s | "1.5.5s" lacks a unit: use ns, us, ms, s, m or h, as in 1m30s
          1d | "1d" has the unknown unit "d": use ns, us, ms, s, m or h, as in 1m30s
          10sec | "10sec" has the unknown unit "sec": use ns, us, ms, s, m or h, as in 1m30s
          1 m | "1 m" has the unknown unit " m": use ns, us, ms, s, m or h, as in 1m30s
          soon | "soon" is no duration: use ns, us, ms, s, m or h, as in 1m30s
          '' | "" is no duration: use ns, us, ms, s, m or h, as in 1m30s
          . | "." is no duration: use ns, us, ms, s, m or h, as in 1m30s
          3000000h | "3000000h" is longer than 290 years
          """)
  void saysWhatIsWrongWithTheRest(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessage(message);
  }

  @Test
  void refusesLongNonsenseAtOnce() {
    for (var text : new String[] {"1".repeat(10_000) + "..", "1s".repeat(10_000) + "x"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }
  }
}
