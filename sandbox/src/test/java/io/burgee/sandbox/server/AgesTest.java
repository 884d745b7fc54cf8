package io.burgee.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT119S, 119s",
    "PT2M, 2m",
    "PT9M59S, 9m59s",
    "PT10M5S, 10m",
    "PT179M, 179m",
    "PT3H, 3h",
    "PT7H59M, 7h59m",
    "PT8H30M, 8h",
    "PT47H, 47h",
    "P2D, 2d",
    "P7DT23H, 7d23h",
    "P8D, 8d",
    "P729D, 729d",
    "P730D, 2y",
    "P800D, 2y70d",
    "P3000D, 8y",
    "PT-1S, 0s",
    "PT-5S, <invalid>"
  })
  void readsAsKubectlWritesIt(Duration age, String text) {
    assertThat(Ages.text(age)).isEqualTo(text);
  }

  @Test
  void saysWhenThereIsNoTime() {
    assertThat(Ages.since("", Instant.EPOCH)).isEqualTo("<unknown>");
    assertThat(Ages.since("soon", Instant.EPOCH)).isEqualTo("<invalid>");
  }
}
