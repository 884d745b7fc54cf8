package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoFlagsTest {
  private final GoFlags flags =
      new GoFlags(
          List.of("mesh-provider", "metrics-server", "namespace"),
          List.of("enable-leader-election", "help"),
          Map.of("threadiness", "nothing needs a number of workers"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-mesh-provider istio",
        "--mesh-provider istio",
        "-mesh-provider=istio",
        "--mesh-provider=istio"
      })
  void oneOrTwoDashesWithOrWithoutEqualsMeanTheSame(String line) {
    assertThat(normalise(line)).containsExactly("--mesh-provider=istio");
  }

  @ParameterizedTest
  @CsvSource({
    "-enable-leader-election, true",
    "-enable-leader-election=true, true",
    "-enable-leader-election=T, true",
    "-enable-leader-election=1, true",
    "-enable-leader-election=0, false",
    "--enable-leader-election=False, false"
  })
  void switchesTakeEveryBooleanThatGoKnows(String flag, String value) {
    assertThat(normalise(flag)).containsExactly("--enable-leader-election=" + value);
  }

  @Test
  void aSwitchNeverTakesTheNextArgument() {
    assertThat(normalise("-enable-leader-election false -namespace prod"))
        .containsExactly("--enable-leader-election=true", "false", "--namespace=prod");
  }

  @Test
  void whatIsNoBooleanIsLeftForTheParserToRefuse() {
    assertThat(normalise("-enable-leader-election=maybe"))
        .containsExactly("--enable-leader-election=maybe");
  }

  @Test
  void aValueMayBeginWithADashOrHoldEqualsSigns() {
    assertThat(normalise("-namespace -odd -metrics-server=http://prom/?a=b"))
        .containsExactly("--namespace=-odd", "--metrics-server=http://prom/?a=b");
  }

  @Test
  void anEmptyValueIsAValue() {
    assertThat(normalise("-namespace= -mesh-provider x"))
        .containsExactly("--namespace=", "--mesh-provider=x");
  }

  @Test
  void aFlagAtTheEndWithoutItsValueIsLeftForTheParserToRefuse() {
    assertThat(normalise("-namespace")).containsExactly("--namespace");
  }

  @Test
  void nothingIsReadAfterTwoDashes() {
    assertThat(normalise("-namespace a -- -namespace b"))
        .containsExactly("--namespace=a", "--", "-namespace", "b");
  }

  @Test
  void aRetiredFlagIsLeftOutWithItsValueAndSaysWhatReplacesIt() {
    var result = flags.normalise(List.of("-threadiness", "4", "-namespace", "a"));

    assertThat(result.arguments()).containsExactly("--namespace=a");
    assertThat(result.warnings())
        .containsExactly("-threadiness has no effect: nothing needs a number of workers");
  }

  @Test
  void anUnknownFlagIsLeftOutAndNamesTheNearestKnownOne() {
    var result = flags.normalise(List.of("-mesh-provder=istio", "-xyz"));

    assertThat(result.arguments()).isEmpty();
    assertThat(result.warnings())
        .containsExactly(
            "-mesh-provder is not a flag of this command and has no effect;"
                + " did you mean -mesh-provider?",
            "-xyz is not a flag of this command and has no effect");
  }

  private List<String> normalise(String line) {
    return flags.normalise(List.of(line.split(" "))).arguments();
  }
}
