package io.burgee.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random texts, read and written by Go's libraries and by us. Asked for with {@code
 * -Dyaml.oracle=PROGRAM}, the built program of {@code src/test/go}; {@code -Dyaml.seed} and {@code
 * -Dyaml.count} (texts of each sort and dialect) may be set.
 */
@EnabledIfSystemProperty(named = "yaml.oracle", matches = ".+")
class DifferentialFuzzTest {
  private static final int BATCH = 1000;
  private static final int SHOWN = 10;

  private final long seed = Long.getLong("yaml.seed", System.nanoTime());
  private final int count = Integer.getInteger("yaml.count", 20_000);

  @ParameterizedTest
  @EnumSource
  void quotedScalarsComeOutAlike(Dialect dialect) {
    compare(dialect, random -> "k: " + random.quoted(random.text()) + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void plainScalarsComeOutAlike(Dialect dialect) {
    compare(dialect, random -> "k: " + random.text().replace("\n", " ") + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void documentsComeOutAlike(Dialect dialect) {
    compare(dialect, RandomYaml::document);
  }

  @ParameterizedTest
  @EnumSource
  void brokenDocumentsComeOutAlike(Dialect dialect) {
    compare(dialect, random -> random.mutated(random.document()));
  }

  private void compare(Dialect dialect, Function<RandomYaml, String> maker) {
    System.out.println("seed " + seed + ", " + count + " texts, " + dialect);
    var random = new RandomYaml(seed);
    var differences = new ArrayList<String>();
    try (var oracle = new GoOracle(Path.of(System.getProperty("yaml.oracle")))) {
      var differential = new Differential(oracle, dialect, false);
      for (int done = 0; done < count && differences.size() < SHOWN; done += BATCH) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < BATCH; i++) {
          texts.add(maker.apply(random));
        }
        for (var text : differential.differing(texts)) {
          differences.add(differential.report(differential.shrink(text)));
        }
      }
    }
    assertThat(differences).as("seed %d", seed).isEqualTo(List.of());
  }
}
