package io.burgee.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to use up memory, stack or time. The deadlines are far above what is needed. */
class HostileTextTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final YamlReader reader = new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT);

  private List<Node> read(String text) {
    return Assertions.assertTimeoutPreemptively(DEADLINE, () -> reader.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "[{a: ", "? ", "&a [", "[\n"})
  void nestingHasALimit(String opening) {
    assertThatThrownBy(() -> read(opening.repeat(100_000)))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("exceeded max depth of 1000");
  }

  @Test
  void deepIndentationHasALimit() {
    var text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.repeat(' ', i).append("a:\n");
    }
    assertThatThrownBy(() -> read(text.toString())).hasMessageContaining("exceeded max depth");
  }

  @Test
  void aliasesThatMultiplyAreCounted() {
    var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.repeat("*a" + (i - 1) + ", ", 10).append("]\n");
    }
    assertThatThrownBy(() -> read(text.toString()))
        .hasMessage("yaml: document contains excessive aliasing");
  }

  @Test
  void anAliasCanNotBeInsideOfWhatItNames() {
    assertThatThrownBy(() -> read("a: &a\n  b: [*a]\n"))
        .hasMessage("yaml: anchor 'a' value contains itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k: %s\n", "k: \"%s\"\n", "k: '%s'\n", "k: |\n  %s\n", "# %s\nk: v\n"})
  void longScalarsAreRead(String form) {
    String text = form.formatted("x ".repeat(5_000_000) + "x");
    assertThat(YamlWriter.write(read(text).getFirst())).startsWith("k: ");
  }

  @Test
  void aMillionKeysAreReadAndWritten() {
    var text = new StringBuilder();
    for (int i = 0; i < 500_000; i++) {
      text.append('k').append(i).append(": v\n");
    }
    var node = (MappingNode) read(text.toString()).getFirst();
    assertThat(node.size()).isEqualTo(500_000);
    assertThat(node.has("k499999")).isTrue();
    assertThat(YamlWriter.write(node)).startsWith("k0: v\nk1: v\n").endsWith("k499999: v\n");
  }

  @Test
  void manyEmptyLinesAndCommentsAreRead() {
    assertThat(read("\n".repeat(2_000_000) + "# c\n".repeat(500_000) + "a: b\n")).hasSize(1);
  }

  @Test
  void theTextHasALimit() {
    var small = new YamlReader(Dialect.KUSTOMIZE, new YamlLimits(10, 100, 20));
    assertThatThrownBy(() -> small.read("a: " + "b".repeat(20)))
        .hasMessage("yaml: the text is longer than 20");
  }

  @Test
  void longNumbersAreRead() {
    assertThat(YamlWriter.write(read("a: " + "1".repeat(300) + "\n").getFirst()))
        .isEqualTo("a: 1.1111111111111112e+299\n");
    assertThat(read("a: " + "1".repeat(1_000_000) + "\n")).hasSize(1);
  }
}
