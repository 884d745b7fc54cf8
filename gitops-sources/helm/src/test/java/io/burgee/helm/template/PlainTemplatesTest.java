package io.burgee.helm.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.limit.RenderLimits;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Templates without Helm's functions give what Go's text/template gives, errors word by word. What
 * it gave is recorded by {@code corpus/record plain}.
 */
class PlainTemplatesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "plain", "engine.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The same as {@code plain.go} has. */
  private static final Map<String, GoFunction> FUNCTIONS =
      Stream.of(
              takes("takesInt", GoType.INT),
              takes("takesInt64", GoType.INT64),
              takes("takesUint32", GoType.named("uint32", Kind.UINT32)),
              takes("takesUint64", GoType.UINT64),
              takes("takesFloat", GoType.FLOAT64),
              takes("takesBool", GoType.BOOL),
              takes("takesText", GoType.STRING),
              takes("takesList", GoType.LIST),
              takes("takesTexts", GoType.STRINGS),
              takes("takesMap", GoType.DICT),
              takes("takesAny", GoType.ANY),
              new GoFunction(
                  "takesMany",
                  List.of(GoType.STRING),
                  GoType.INT,
                  arguments ->
                      arguments.string(0)
                          + typed(GoSlice.of(GoType.INTS, List.copyOf(arguments.rest(1))))),
              gives("takesNone", () -> "none"),
              gives("givesInt64", () -> GoInteger.of(GoType.INT64, -5)),
              gives("givesUint64", () -> GoInteger.of(GoType.UINT64, 5)),
              gives("givesTexts", () -> GoSlice.strings(List.of("a", "b"))),
              gives("givesNil", () -> null),
              gives(
                  "fails",
                  () -> {
                    throw new GoException("it fails");
                  }))
          .collect(Collectors.toMap(GoFunction::name, Function.identity()));

  @TestFactory
  Stream<DynamicTest> sameAsGo() throws IOException {
    return Files.readAllLines(CASES).stream().map(PlainTemplatesTest::same);
  }

  @Test
  void everyNodeCountsAsAStep() {
    assertThat(steps("{{ 1 }}", 1_000)).isEqualTo("1");
    assertThat(steps("{{ range 5000 }}{{ end }}", 1_000)).contains("1000 steps");
    assertThat(steps("{{ if len .text }}{{ end }}".repeat(5_000), 1_000)).contains("1000 steps");
  }

  @Test
  void templatesInEachOtherAreCountedAndLeft() {
    var one = "{{ define \"a\" }}x{{ end }}";
    assertThat(steps(one + "{{ template \"a\" }}".repeat(5), 1_000)).isEqualTo("xxxxx");
    assertThat(steps("{{ define \"a\" }}{{ template \"a\" }}{{ end }}{{ template \"a\" }}", 1_000))
        .contains("3 templates in each other");
  }

  @Test
  void outputIsCounted() {
    assertThat(steps("x".repeat(1_001), 1_000)).contains("1000 bytes of output");
  }

  private static GoFunction takes(String name, GoType type) {
    return new GoFunction(name, List.of(type), null, arguments -> typed(arguments.any(0)));
  }

  private static String typed(@Nullable Object value) {
    return GoFormat.sprintf("%T %v", Arrays.asList(value, value));
  }

  private static GoFunction gives(String name, Supplier<@Nullable Object> value) {
    return new GoFunction(name, List.of(), null, none -> value.get());
  }

  private static DynamicTest same(String line) {
    try {
      var each = JSON.readTree(line);
      var template = each.path("template").asText();
      var expected =
          each.has("output") ? each.path("output").asText() : each.path("error").asText();
      return DynamicTest.dynamicTest(
          template,
          () -> assertThat(shown(run(template, RenderLimits.DEFAULT))).isEqualTo(expected));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What JSON can't hold is recorded as what stands for it. */
  private static String shown(String text) {
    var out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }

  private static String steps(String template, long steps) {
    return run(
        template, new RenderLimits(steps, 3, 1_000, 1_000, 1_000, 10_000, Duration.ofMinutes(1)));
  }

  private static String run(String template, RenderLimits limits) {
    var out = new StringBuilder();
    try {
      var templates = Templates.empty().parse("t", template, FUNCTIONS::containsKey);
      var meter = new Meter(limits, () -> false, () -> 0);
      if (templates.has("t")) {
        new Executor(templates, FUNCTIONS::get, meter, MissingKey.ZERO).execute("t", data(), out);
      } else {
        return "template: t: \"t\" is an incomplete or empty template";
      }
      return out.toString();
    } catch (GoException | LimitException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Map<String, @Nullable Object> data() {
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("text", "abc");
    data.put("list", Arrays.asList(1L, "two", 3.5));
    data.put("bytes", "ab".getBytes(StandardCharsets.UTF_8));
    data.put("empty", new byte[0]);
    data.put("nothing", null);
    data.put("map", Map.of("k", "v"));
    data.put("number", 7L);
    data.put("blank", "");
    return data;
  }
}
