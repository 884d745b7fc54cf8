package io.burgee.kustomize.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  @ParameterizedTest
  @CsvSource({"web,web,true", "web,web-1,false", "web.*,web-1,true", "a|b,xb,false", "a|b,b,true"})
  void theWholeTextMustMatch(String expression, String text, boolean matches) {
    assertThat(Patterns.anchored(expression).test(text)).isEqualTo(matches);
  }

  @Test
  void anEmptyExpressionIsMetByAll() {
    assertThat(Patterns.anchored("").test("x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?!a)b", "(?<=a)b", "(a)\\1", "(", "*", "[a", "a**"})
  void whatRe2DoesNotHaveIsRefused(String expression) {
    assertThatThrownBy(() -> Patterns.anchored(expression))
        .isInstanceOf(BuildException.class)
        .hasMessageStartingWith("error parsing regexp: ");
  }

  @Test
  @Timeout(10)
  void noExpressionTakesExponentialTime() {
    assertThat(Patterns.anchored("(a*)*b").test("a".repeat(5_000))).isFalse();
  }
}
