package io.burgee.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedPointTest {
  private static final int DOCUMENTS = 3_000;

  private final YamlReader reader = new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT);

  @Test
  void whatWasWrittenIsReadAndWrittenTheSame() {
    var random = new RandomYaml(20_251);
    int readable = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      String text = random.document();
      var once = Differential.ours(text, Dialect.KUSTOMIZE, false);
      if (!once.failed() && reader.read(text).size() == 1) {
        readable++;
        var twice = Differential.ours(once.out(), Dialect.KUSTOMIZE, false);
        assertThat(twice).as(text).isEqualTo(once);
      }
    }
    assertThat(readable).isGreaterThan(DOCUMENTS / 10);
  }

  @Test
  void keepingOrderAndQuotesChangesNoValue() {
    // Not so for folded blocks: the real tool's own writer changes these each time.
    var random = new RandomYaml(77);
    for (int i = 0; i < DOCUMENTS; i++) {
      String text = random.document();
      var direct = Differential.ours(text, Dialect.KUSTOMIZE, false);
      if (!direct.failed() && !text.contains(" >") && reader.read(text).size() == 1) {
        String kept = YamlWriter.writeAsWritten(reader.read(text).getFirst());
        assertThat(Differential.ours(kept, Dialect.KUSTOMIZE, false)).as(text).isEqualTo(direct);
      }
    }
  }
}
