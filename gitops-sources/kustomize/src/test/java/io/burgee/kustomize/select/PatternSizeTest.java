package io.burgee.kustomize.select;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{1,1000}",
        "(a{10}){100}",
        "(a{10}){10}|(b{10}){100}",
        "a{2,}b{0,3}",
        "{not a count}",
        "a{,5}",
        "a{x}",
        "\\{9999\\}",
        "[{9999}]+",
        "[]{}]{3}",
        "\\Q(a{9999}\\E",
        "\\p{Greek}{3}\\x{10FFFF}",
        ")",
        "["
      })
  void whatStaysSmallIsFine(String expression) {
    assertThatCode(() -> PatternSize.check(expression)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{1001}",
        "a{1,99999999999}",
        "(a{100}){11}",
        "((a{10}){10}){11}",
        "(x(a{1,100})y){1,100}",
        "(a{40}b{30}){40}"
      })
  void repetitionsInOneAnotherMultiply(String expression) {
    assertThatThrownBy(() -> Patterns.anchored(expression))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("invalid repeat count: `{");
  }

  @Test
  void manyRepetitionsBesideEachOtherAddUp() {
    assertThatThrownBy(() -> Patterns.compile("a{1000}".repeat(10_000)))
        .hasMessageContaining("expression too large");
  }

  @Test
  void groupsMayNotBeNestedWithoutEnd() {
    assertThatThrownBy(() -> Patterns.compile("(".repeat(100_000) + ")".repeat(100_000)))
        .hasMessageContaining("expression nests too deeply");
  }
}
