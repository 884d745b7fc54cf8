package io.burgee.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A key that is a map or a list is refused; mostly it is a template that someone forgot to quote.
 */
class ComplexKeysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {{ foo }}             | 1",
        "a: 1;b: {{ foo }}        | 2",
        "a: 1;b:;  {{ foo }}: 2   | 3",
        "? [a, b];: 1             | 1",
        "a:;  ? - b;  : 1         | 2",
        "a: [1, {b: 2, [c]: 3}]   | 1",
        "a: [1, 2,;  [c]: 3]      | 2",
        "a: 1;b: {{ x }};c: [{y}] | 2"
      })
  void theErrorSaysInWhichLine(String text, int line) {
    for (var dialect : Dialect.values()) {
      var reader = new YamlReader(dialect, YamlLimits.DEFAULT);
      assertThatThrownBy(() -> reader.read(text.replace(";", "\n") + "\n"))
          .hasMessageStartingWith("yaml: line " + line + ": invalid map key: ");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatIsWrongInTheGrammarIsToldFirst(Dialect dialect) {
    var reader = new YamlReader(dialect, YamlLimits.DEFAULT);
    assertThatThrownBy(() -> reader.read("a: {{ foo }}\nb: }\n"))
        .hasMessageNotContaining("invalid map key");
  }
}
