package io.burgee.helm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.limit.RenderLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Schemas accept and refuse what Helm accepts and refuses, and say so in its words. What it said is
 * recorded by {@code corpus/record schemas}; it tells what is side by side in any order.
 */
class SchemaTablesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "schemas");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WHY_NO_FORMAT = Pattern.compile("( is not valid [a-z0-9-]+): .*");
  private static final Pattern EXTRA_PROPERTIES =
      Pattern.compile("additional properties (.*) not allowed");

  /** Of these the causes are told in other words, or not. */
  private static final Pattern WITHOUT_CAUSES =
      Pattern.compile("invalid propertyName|no items match contains");

  @TestFactory
  Stream<DynamicTest> sameAsTheRealHelm() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream()
          .flatMap(SchemaTablesTest::lines)
          .map(line -> DynamicTest.dynamicTest(line.toString(), () -> check(line)));
    }
  }

  private static Stream<JsonNode> lines(Path file) {
    try {
      return JSON.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(JsonNode line) {
    var expected = line.path("error").asText();
    var actual = ours(line.path("schema").toString(), line.path("values").toString());
    if (expected.isEmpty() || actual.isEmpty()) {
      assertThat(actual).isEqualTo(expected);
    } else if (!actual.contains("the schema can't be used")) {
      assertThat(tree(actual)).isEqualTo(tree(expected));
    } else {
      assertThat(expected).doesNotContain("- at");
    }
  }

  private static String ours(String schema, String values) {
    try {
      return new SchemaCheck(new Meter(RenderLimits.DEFAULT, () -> false, () -> 0))
          .check(schema, values);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private record Told(String words, List<Told> causes) {
    String sorted() {
      var inner =
          WITHOUT_CAUSES.matcher(words).find()
              ? ""
              : causes.stream().map(Told::sorted).sorted().collect(Collectors.joining("; "));
      return words + (inner.isEmpty() ? "" : " {" + inner + "}");
    }
  }

  /** The same for the same tree, in whatever order it was told. */
  private static String tree(String text) {
    var root = new Told("", new ArrayList<>());
    var open = new ArrayDeque<Told>(List.of(root));
    for (var line : text.split("\n", -1)) {
      int dash = line.indexOf("- at '");
      if (dash < 0) {
        continue;
      }
      while (open.size() > dash / 2 + 1) {
        open.pop();
      }
      var told = new Told(words(line.substring(dash)), new ArrayList<>());
      open.element().causes().add(told);
      open.push(told);
    }
    return root.sorted();
  }

  private static String words(String line) {
    var told = WHY_NO_FORMAT.matcher(line).replaceAll("$1");
    return EXTRA_PROPERTIES
        .matcher(told)
        .replaceAll(
            found ->
                Arrays.stream(found.group(1).split(", ", -1))
                    .sorted()
                    .collect(Collectors.joining(", ", "additional: ", "")));
  }
}
