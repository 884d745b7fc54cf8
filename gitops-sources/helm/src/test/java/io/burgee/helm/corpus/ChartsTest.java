package io.burgee.helm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.helm.chart.ChartLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each chart renders to the text that the real Helm gave for it, or fails with the words that both
 * have. {@code -Dcharts=AREA/NAME} takes some.
 */
class ChartsTest {
  private static final Path CASES = Path.of("src", "test", "resources", "charts");
  private static final int FEWEST = 80;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path scratch;

  @TestFactory
  Stream<DynamicTest> sameAsTheRealHelm() throws IOException {
    var wanted = System.getProperty("charts", "");
    return cases().stream()
        .filter(path -> name(path).startsWith(wanted))
        .map(path -> DynamicTest.dynamicTest(name(path), path.toUri(), () -> check(path)));
  }

  @Test
  void thereAreEnoughCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  private static java.util.List<Path> cases() throws IOException {
    try (var files = Files.walk(CASES)) {
      return files.filter(path -> path.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static String name(Path path) {
    return CASES.relativize(path).toString().replace(".txt", "");
  }

  private void check(Path path) throws IOException {
    var each = ChartCase.parse(Files.readString(path));
    var folder = Files.createDirectories(scratch.resolve(name(path)));
    each.layIn(folder);
    var outcome = Ours.template(each, () -> ChartLoader.folder(folder));
    if (each.error().isPresent()) {
      var words = each.error().get();
      assertThat(Files.readString(answer(path, ".err"))).contains(words);
      assertThat(outcome.ok()).as(outcome.text()).isFalse();
      assertThat(outcome.text()).contains(words);
      return;
    }
    assertThat(outcome.text()).isEqualTo(Files.readString(answer(path, ".yaml")));
    var notes = answer(path, ".notes");
    assertThat(outcome.notes()).isEqualTo(Files.exists(notes) ? Files.readString(notes) : "");
  }

  private static Path answer(Path path, String extension) {
    return path.resolveSibling(path.getFileName().toString().replace(".txt", extension));
  }
}
