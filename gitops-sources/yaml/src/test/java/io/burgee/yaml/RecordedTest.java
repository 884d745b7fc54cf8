package io.burgee.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts with what Go's libraries made of them once: {@code recorded.jsonl}. */
class RecordedTest {
  static Stream<MappingNode> rows() {
    try (var in = RecordedTest.class.getResourceAsStream("/recorded.jsonl")) {
      assertThat(in).isNotNull();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().toList().stream().map(RecordedTest::row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MappingNode row(String line) {
    List<Node> documents = new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT).read(line);
    return (MappingNode) documents.getFirst();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isReadAndWrittenAsByGo(MappingNode row) {
    var ours = Differential.ours(text(row, "text"), Dialect.valueOf(text(row, "dialect")), false);
    assertThat(ours.out()).isEqualTo(text(row, "out"));
    String error = text(row, "err");
    assertThat(ours.failed()).isEqualTo(!error.isEmpty());
    assertThat(ours.error()).endsWith(error);
  }

  private static String text(MappingNode row, String key) {
    return row.get(key) instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
