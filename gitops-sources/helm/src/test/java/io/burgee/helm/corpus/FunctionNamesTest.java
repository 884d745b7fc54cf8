package io.burgee.helm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.helm.function.Functions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The functions that charts may call; their names were recorded by {@code corpus/record}. */
class FunctionNamesTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @Test
  void allOfHelmsAreThere() throws IOException {
    for (var name : names()) {
      var outcome = Ours.evaluate("{{ if false }}{{ " + name + " }}{{ end }}", Map.of());
      assertThat(outcome.text()).as(name).isEmpty();
    }
  }

  @Test
  void thereAreNoOthers() throws IOException {
    assertThat(names()).containsAll(Functions.NAMES);
  }

  @Test
  void eachHasACase() throws IOException {
    var cases = new StringBuilder();
    for (var folder : new String[] {"tables", "charts"}) {
      try (var files = Files.walk(RESOURCES.resolve(folder))) {
        for (var file : files.filter(each -> each.toString().endsWith(".txt")).toList()) {
          cases.append(Files.readString(file)).append('\n');
        }
      }
    }
    var called = Pattern.compile("[A-Za-z0-9_]+").matcher(cases).results();
    var words = called.map(each -> each.group()).collect(Collectors.toSet());
    var without = new TreeSet<>(names());
    without.removeAll(words);
    assertThat(without).isEmpty();
  }

  private static Set<String> names() throws IOException {
    return Files.readAllLines(RESOURCES.resolve("functions.txt")).stream()
        .map(line -> line.split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
