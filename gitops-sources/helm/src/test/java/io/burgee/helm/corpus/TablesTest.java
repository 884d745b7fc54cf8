package io.burgee.helm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.burgee.helm.encoding.YamlCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each template of the tables gives what the real Helm gave, errors word by word; {@code
 * -Dtables=NAME} takes one table.
 */
class TablesTest {
  private static final Path TABLES = Path.of("src", "test", "resources", "tables");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEWEST = 1_500;
  private static final String OF_TABLES = "c/templates/t";
  private static final String OURS = "c/templates/NOTES.txt";

  @TestFactory
  Stream<DynamicTest> sameAsTheRealHelm() throws IOException {
    var values = Files.readString(TABLES.resolve("values.yaml"));
    return tables().stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.getFileName().toString(), table.toUri(), () -> check(table, values)));
  }

  @Test
  void thereAreEnoughCases() throws IOException {
    int cases = 0;
    for (var table : tables()) {
      cases += Files.readAllLines(table).size();
    }
    assertThat(cases).isGreaterThan(System.getProperty("tables") == null ? FEWEST : 0);
  }

  private static List<Path> tables() throws IOException {
    var wanted = System.getProperty("tables", "");
    try (var files = Files.list(TABLES)) {
      return files
          .filter(
              file -> file.toString().endsWith((wanted.isEmpty() ? "" : "/" + wanted) + ".jsonl"))
          .sorted()
          .toList();
    }
  }

  private static void check(Path table, String values) throws IOException {
    var different = new ArrayList<String>();
    for (var line : Files.readAllLines(table)) {
      var each = JSON.readTree(line);
      var template = each.path("template").asText();
      var expected = expected(each);
      var outcome = Ours.evaluate(template, YamlCodec.readMap(values));
      var actual =
          (outcome.ok() ? "gives " : "fails: ") + valid(outcome.text().replace(OURS, OF_TABLES));
      if (!actual.equals(expected)) {
        different.add(template + "\n  expected " + expected + "\n  actual   " + actual);
      }
    }
    assertThat(different).as(() -> String.join("\n", different)).isEmpty();
  }

  /** The tables are JSON, which can't hold bytes that are no characters. */
  private static String valid(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }

  private static String expected(JsonNode each) {
    return each.has("output")
        ? "gives " + each.path("output").asText()
        : "fails: " + each.path("error").asText();
  }
}
