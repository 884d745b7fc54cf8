package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

  @Test
  void noDataIsNull() {
    assertThat(GoJson.write(null)).isEqualTo("null");
    assertThat(GoJson.write(Map.of())).isEqualTo("null");
  }

  @Test
  void keysAreSortedAndGosEscapesAreUsed() {
    assertThat(
            GoJson.write(
                Map.of("b", "<&>\u2028\u2029", "a", "\"\\\n\r\t\b\f\u0001\u007fé\uD83D\uDE00")))
        .isEqualTo(
            "{\"a\":\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\u007fé\uD83D\uDE00\","
                + "\"b\":\"\\u003c\\u0026\\u003e\\u2028\\u2029\"}");
  }

  @Test
  void aChecksumIsTheFirstSixteenDigitsOfTheHash() {
    assertThat(Checksums.of("null")).isEqualTo("74234e98afe7498f");
  }
}
