package io.burgee.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.chart.ChartException;
import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.function.Environment;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.RenderLimits;
import io.burgee.helm.render.Capabilities;
import io.burgee.helm.render.Release;
import io.burgee.helm.render.Render;
import io.burgee.helm.render.RenderException;
import io.burgee.helm.render.RenderOptions;
import io.burgee.helm.render.Rendered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts that want to take the process down: each ends with an error, and soon. */
@Timeout(60)
class HostileChartsTest {
  private static final RenderOptions OPTIONS =
      RenderOptions.of(
          new Environment(Clock.systemUTC(), new SplittableRandom(1), new SecureRandom()));
  private static final Class<?>[] REFUSALS = {LimitException.class, RenderException.class};
  private static final String CHART = "apiVersion: v2\nname: h\nversion: 1.0.0\n";

  private static Rendered render(String template, String values, RenderOptions options) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
    files.put("values.yaml", values.getBytes(StandardCharsets.UTF_8));
    files.put("templates/NOTES.txt", template.getBytes(StandardCharsets.UTF_8));
    return render(files, options);
  }

  private static Rendered render(Map<String, byte[]> files, RenderOptions options) {
    return Render.of(
        ChartLoader.files(files),
        new LinkedHashMap<String, @Nullable Object>(),
        new Release("r", "n", 1, false),
        Capabilities.DEFAULT,
        options);
  }

  private static Rendered renderWithSchema(String schema, String values) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
    files.put("values.yaml", values.getBytes(StandardCharsets.UTF_8));
    files.put("values.schema.json", schema.getBytes(StandardCharsets.UTF_8));
    return render(files, OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ $d }}",
        "{{ $d | toYaml }}",
        "{{ $d | toJson }}",
        "{{ $d | toPrettyJson }}",
        "{{ $d | toRawJson }}",
        "{{ dict \"a\" $d | toToml }}",
        "{{ print $d }}",
        "{{ println 1 $d }}",
        "{{ printf \"%v\" $d }}",
        "{{ printf \"%q\" $d }}",
        "{{ printf \"%#v\" $d }}",
        "{{ printf \"%x\" $d }}",
        "{{ quote $d }}",
        "{{ squote $d }}",
        "{{ cat $d }}",
        "{{ toString $d }}",
        "{{ join \",\" $d }}",
        "{{ toStrings $d | len }}",
        "{{ sortAlpha (list $d $d) | len }}",
        "{{ html $d }}",
        "{{ js $d }}",
        "{{ urlquery $d }}",
        "{{ deepCopy $d | len }}",
        "{{ toDecimal $d }}",
        "{{ eq $d 1 }}",
        "{{ fail (toString $d) }}",
      })
  void valuesThatMultiplyAreNotPrinted(String use) {
    for (var twice : new String[] {"dict \"a\" $d \"b\" $d", "list $d $d"}) {
      var template =
          "{{ $d := list 1 }}{{ range until 64 }}{{ $d = " + twice + " }}{{ end }}" + use;
      assertThatThrownBy(() -> render(template)).isInstanceOfAny(REFUSALS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ print $s $s $s }}",
        "{{ println $s $s $s }}",
        "{{ printf \"%s%s%s\" $s $s $s }}",
        "{{ cat $s $s $s }}",
        "{{ quote $s $s $s }}",
        "{{ squote $s $s $s }}",
        "{{ html $s $s $s }}",
        "{{ list $s $s $s | join \"\" }}",
        "{{ list $s $s $s | toJson }}",
        "{{ list $s $s $s | toYaml }}",
        "{{ list $s $s $s | toString }}",
        "{{ regexReplaceAll \"(.*)\" $s \"$1$1$1\" }}",
        "{{ wrapWith 1 $s \"a b c d e f\" }}",
      })
  void aStringIsNotMadeOfMoreThanItMayHave(String use) {
    assertTooLong("{{ $s := repeat 8000000 \"x\" }}" + use);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ html $s }}",
        "{{ js $s }}",
        "{{ urlquery $s }}",
        "{{ urlParse $s }}",
        "{{ urlJoin (dict \"path\" $s) }}",
        "{{ printf \"%q\" $s }}",
        "{{ printf \"% #x\" $s }}",
        "{{ toJson $s }}",
        "{{ toToml (dict $s $s) }}",
        "{{ mustToDate $s \"x\" }}",
        "{{ durationRound $s }}",
        "{{ include $s . }}",
        "{{ genCA $s 1 }}",
        "{{ genSelfSignedCert \"x\" (list) (list $s) 1 }}",
      })
  void aStringIsNotWrittenLongerThanItMayBe(String use) {
    assertTooLong("{{ $s := repeat 4000000 \"<\\x01\" }}" + use);
  }

  private static void assertTooLong(String template) {
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining(RenderLimits.LONGEST_STRING + " characters in a string");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ include \"x\" (dict \"n\" (add1 .n) \"long\" \"LONG\") }}",
        "{{ tpl \"{{ include `x` . }}\" (dict \"n\" (add1 .n) \"long\" \"LONG\") }}",
      })
  void errorsInErrorsDoNotGrow(String call) {
    var template =
        "{{ define \"x\" }}{{ if lt .n 900 }}"
            + call.replace("LONG", "x".repeat(200_000))
            + "{{ else }}{{ index \"\" 1 2 }}{{ end }}{{ end }}{{ include \"x\" (dict \"n\" 0) }}";
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(RenderException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100_000))
        .hasMessageContaining("error calling index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "splitList \",\" (repeat 900000 \"x,\")",
        "split \",\" (repeat 900000 \"x,\")",
        "fromJsonArray (printf \"[%s1]\" (repeat 2000000 \"{},\"))",
        "fromJsonArray (printf \"[%s1]\" (repeat 4000000 \"1,\"))",
        "fromYamlArray (repeat 500000 \"- {}\\n\")",
        "regexFindAll \"(((((x)))))\" (repeat 900000 \"x\") -1",
        "until 900000",
        "repeat 16000000 \"x\"",
      })
  void whatIsKeptIsCounted(String made) {
    var template =
        "{{ $l := list }}{{ range until 100 }}{{ $l = append $l (" + made + ") }}{{ end }}";
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("bytes of values");
  }

  @Test
  void importsOfImportsAreCounted() {
    var files = new LinkedHashMap<String, byte[]>();
    var folder = "";
    for (int i = 0; i <= 18; i++) {
      var chart = "apiVersion: v2\nname: c" + i + "\nversion: 1.0.0\n";
      var imports =
          "dependencies:\n- name: c"
              + (i + 1)
              + "\n  version: 1.0.0\n  import-values:\n"
              + "  - {child: d, parent: d.x}\n  - {child: d, parent: d.y}\n";
      files.put(
          folder + "Chart.yaml",
          (i < 18 ? chart + imports : chart).getBytes(StandardCharsets.UTF_8));
      files.put(folder + "values.yaml", "d: {a: 1}\n".getBytes(StandardCharsets.UTF_8));
      folder += "charts/c" + (i + 1) + "/";
    }
    assertThatThrownBy(() -> render(files, OPTIONS))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("values come from import-values");
  }

  @Test
  void globalsOfAllSubchartsAreCounted() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
    var values = new StringBuilder("global:\n  t:\n");
    for (int i = 0; i < 20_000; i++) {
      values.append("    k").append(i).append(": 1\n");
    }
    files.put("values.yaml", values.toString().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 100; i++) {
      files.put(
          "charts/c" + i + "/Chart.yaml",
          ("apiVersion: v2\nname: c" + i + "\nversion: 1.0.0\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> render(files, OPTIONS))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("global values in all subcharts");
  }

  /** Each definition refers twice to the next one. */
  private static String doubling(String twice, String last) {
    var schema = new StringBuilder("{\"$ref\":\"#/$defs/0\",\"$defs\":{");
    for (int i = 0; i < 40; i++) {
      var next = "{\"$ref\":\"#/$defs/" + (i + 1) + "\"}";
      schema.append('"').append(i).append("\":").append(twice.replace("N", next)).append(',');
    }
    return schema.append("\"40\":").append(last).append("}}").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allOf\":[N,N]}",
        "{\"not\":{\"anyOf\":[N,N]}}",
        "{\"oneOf\":[N,N]}",
        "{\"if\":N,\"then\":N,\"else\":N}",
      })
  void schemasThatMultiplyTakeTheStepsOfTheRender(String twice) {
    assertThatThrownBy(() -> renderWithSchema(doubling(twice, "{\"type\":\"object\"}"), "a: 1\n"))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("limit exceeded: more than")
        .hasMessageContaining("(at h/values.schema.json)");
  }

  @Test
  void problemsThatMultiplyAreCounted() {
    var schema = doubling("{\"allOf\":[N,N]}", "{\"type\":\"string\"}");
    assertThatThrownBy(() -> renderWithSchema(schema, "a: 1\n"))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("more than 10000 values aren't as the schema says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"$ref\":\"#\"}", "{\"allOf\":[{\"$ref\":\"#\"}]}"})
  void aSchemaMayNotBeItself(String schema) {
    assertThatThrownBy(() -> renderWithSchema(schema, "a: 1\n"))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("does the schema refer to itself? (at h/values.schema.json)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "http://127.0.0.1:1/x",
        "classpath:META-INF/MANIFEST.MF",
        "x.json"
      })
  void aSchemaReadsNothingElse(String place) {
    assertThatThrownBy(() -> renderWithSchema("{\"$ref\":\"" + place + "\"}", "a: 1\n"))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("the schema can't be used: it refers to " + place);
  }

  @Test
  void patternsOfSchemasTakeLinearTime() {
    var schema = "{\"properties\":{\"a\":{\"pattern\":\"^(([a-z])+.)+[A-Z]([a-z])+$\"}}}";
    assertThatThrownBy(() -> renderWithSchema(schema, "a: " + "a".repeat(10_000) + "\n"))
        .hasMessageContaining("does not match pattern");
    var large = "{\"properties\":{\"a\":{\"pattern\":\"((a{100}){100}){100}\"}}}";
    assertThatThrownBy(() -> renderWithSchema(large, "a: x\n"))
        .hasMessageContaining("is not valid regex");
  }

  private static Rendered render(String template) {
    return render(template, "self: '{{ tpl .Values.self . }}'\n", OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ tpl .Values.self . }}",
        "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}",
        "{{ define \"a\" }}{{ if true }}{{ with . }}{{ template \"a\" $ }}{{ end }}{{ end }}{{ end }}{{ template \"a\" . }}",
        "{{ range until 2000000000 }}{{ end }}",
        "{{ range 2000000000 }}{{ end }}",
        "{{ untilStep 0 2000000000 1 | len }}",
        "{{ seq 1 2000000000 | len }}",
        "{{ repeat 1000000000 \"x\" | len }}",
        "{{ repeat 1000000 \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" | len }}",
        "{{ indent 100000000 \"x\" }}",
        "{{ $s := repeat 4000 \"a\" }}{{ replace \"a\" (repeat 100000 \"b\") $s | len }}",
        "{{ $s := \"xxxxxxxxxxxxxxxx\" }}{{ range until 64 }}{{ $s = print $s $s }}{{ end }}",
        "{{ $l := list 1 }}{{ range until 64 }}{{ $l = concat $l $l }}{{ end }}",
        "{{ $d := dict }}{{ range $i := until 100000 }}{{ $_ := set $d (toString $i) (repeat 100000 \"y\") }}{{ end }}",
        "{{ range $i := until 1000000 }}{{ range $j := until 1000000 }}{{ end }}{{ end }}",
        "{{ range until 100000 }}{{ repeat 10000 \"z\" }}{{ end }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ $d }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ merge (dict \"d\" (dict)) $d $d | len }}{{ deepCopy $d }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ toToml $d }}",
        "{{ printf \"%999999999d\" 1 }}",
        "{{ $l := until 100000 }}{{ range until 1000 }}{{ $x := uniq $l }}{{ end }}",
        "{{ join (repeat 1000000 \",\") (until 100000) | len }}"
      })
  void whatAsksForTooMuchMeetsItsLimit(String template) {
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(LimitException.class)
        .hasMessageMatching("(?s)limit exceeded: .*");
  }

  @Test
  void aBreachNamesItsPlace() {
    assertThatThrownBy(() -> render("first\n  {{ repeat 1000000000 \"x\" }}"))
        .hasMessageContaining("h/templates/NOTES.txt:2:");
  }

  @Test
  void includesInEachOtherEndAsInHelm() {
    assertThatThrownBy(
            () -> render("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("rendering template has a nested reference name: a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toYaml", "toJson", "toPrettyJson"})
  void aDictThatContainsItselfHasNoText(String function) {
    assertThatThrownBy(
            () ->
                render(
                    "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ "
                        + function
                        + " $d }}{{ fail \"went on\" }}"))
        .hasMessageContaining("went on");
  }

  @Test
  void aMillionParenthesesAreNoTemplate() {
    var open = "(".repeat(1_000_000);
    assertThatThrownBy(() -> render("{{ " + open + "1 }}"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("max expression depth exceeded");
  }

  @Test
  void manyBlocksInEachOtherAreNoTemplate() {
    var open = "{{ if true }}".repeat(200_000);
    assertThatThrownBy(() -> render(open))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("max expression depth exceeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ regexMatch \"^(a+)+$\" (repeat 100000 \"a\" | printf \"%sb\") }}",
        "{{ regexMatch \"(.*)*x\" (repeat 10000 \"a\") }}"
      })
  void regularExpressionsTakeLinearTime(String template) {
    assertThat(render(template).notes()).isEqualTo("false");
  }

  @Test
  void aRegularExpressionWithRepeatsInRepeatsIsRefused() {
    assertThatThrownBy(() -> render("{{ mustRegexMatch \"((a{1000}){1000}){1000}\" \"a\" }}"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("expression too large");
  }

  @Test
  void aliasBombsInValuesAreRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      var alias = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append((alias + ", ").repeat(9)).append(alias).append("]\n");
    }
    assertThatThrownBy(() -> render("x", bomb.toString(), OPTIONS))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("values.yaml");
  }

  @Test
  void aRenderEndsAtItsDeadline() {
    var limits =
        new RenderLimits(
            Long.MAX_VALUE, 2_000, 32 << 20, 16 << 20, 1_000_000, 128 << 20, Duration.ofMillis(50));
    var loop = "{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}";
    assertThatThrownBy(() -> render(loop, "", OPTIONS.limits(limits)))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("longer than 50 ms");
  }

  @Test
  void aRenderEndsWhenItIsCancelled() {
    var asked = new AtomicInteger();
    var loop = "{{ range until 1000000 }}{{ end }}";
    assertThatThrownBy(() -> render(loop, "", OPTIONS.cancelled(() -> asked.incrementAndGet() > 3)))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("cancelled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h/../../etc/passwd", "h//etc/passwd", "h/../Chart.yaml", "h/C:/x", "Chart.yaml"})
  void archivesWithPathsOutOfTheChartAreRefused(String path) throws IOException {
    var archive = archive(Map.of("h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8)), path);
    assertThatThrownBy(() -> ChartLoader.archive(new ByteArrayInputStream(archive)))
        .isInstanceOf(ChartException.class);
  }

  @Test
  void aLinkInAnArchiveIsNeverFollowed() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      put(tar, "h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
      var link = new TarArchiveEntry("h/secret.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    var chart = ChartLoader.archive(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(chart.files())
        .allSatisfy(file -> assertThat(new String(file.data(), StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void aLinkThatLeadsOutOfAFolderIsRefused(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    var chart = Files.createDirectories(folder.resolve("chart/templates")).getParent();
    Files.writeString(chart.resolve("Chart.yaml"), CHART);
    Files.createSymbolicLink(chart.resolve("inner.yaml"), Path.of("Chart.yaml"));
    assertThat(ChartLoader.folder(chart).files()).extracting("name").contains("inner.yaml");

    Files.createSymbolicLink(chart.resolve("outer.txt"), secret);
    assertThatThrownBy(() -> ChartLoader.folder(chart))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("outer.txt");
  }

  @Test
  void archivesInArchivesShareOneLimit() throws IOException {
    var part =
        archive(
            Map.of(
                "s/Chart.yaml",
                CHART.getBytes(StandardCharsets.UTF_8),
                "s/a",
                new byte[4 << 20],
                "s/b",
                new byte[4 << 20]),
            "s/x");
    var files = new LinkedHashMap<String, byte[]>();
    files.put("h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 20; i++) {
      files.put("h/charts/s" + i + ".tgz", part);
    }
    var whole = archive(files, "h/x");
    assertThatThrownBy(() -> ChartLoader.archive(new ByteArrayInputStream(whole)))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("larger than the maximum size");
  }

  @Test
  void anArchiveThatUnpacksToMuchIsRefused() throws IOException {
    var zeros = new byte[6 << 20];
    var archive =
        archive(
            Map.of("h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8), "h/big", zeros), "h/x");
    assertThat(archive.length).isLessThan(100_000);
    assertThatThrownBy(() -> ChartLoader.archive(new ByteArrayInputStream(archive)))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("larger than the maximum file size");
  }

  private static byte[] archive(Map<String, byte[]> files, String more) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (var file : files.entrySet()) {
        put(tar, file.getKey(), file.getValue());
      }
      put(tar, more, new byte[] {'x'});
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] data) throws IOException {
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(data.length);
    tar.putArchiveEntry(entry);
    tar.write(data);
    tar.closeArchiveEntry();
  }
}
