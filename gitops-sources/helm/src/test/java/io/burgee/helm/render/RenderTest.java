package io.burgee.helm.render;

import static io.burgee.helm.render.Charts.chart;
import static io.burgee.helm.render.Charts.render;
import static io.burgee.helm.render.Charts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.chart.ChartFile;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.RenderLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {
  private static final String AT = "c/templates/t:1:";

  @Test
  void theManifestHasTheSourceOfEachDocument() {
    var rendered =
        render(Map.of("templates/t.yaml", "kind: B\nname: {{ .Release.Name }}\n---\nkind: A\n"));
    assertThat(rendered.manifest())
        .isEqualTo(
            """
            ---
            # Source: c/templates/t.yaml
            kind: A

            ---
            # Source: c/templates/t.yaml
            kind: B
            name: r
            """);
  }

  @Test
  void hooksArePrintedAfterTheManifest() {
    var hook = "kind: J\nmetadata: {annotations: {helm.sh/hook: EVENT}}\n";
    var rendered =
        render(
            Map.of(
                "templates/a", hook.replace("EVENT", "test"),
                "templates/b", hook.replace("EVENT", "pre-install"),
                "templates/c", "kind: C\n\n"));
    var object = "---\n# Source: c/templates/c\nkind: C\n";
    var test = "---\n# Source: c/templates/a\n" + hook.replace("EVENT", "test") + "\n";
    var install = "---\n# Source: c/templates/b\n" + hook.replace("EVENT", "pre-install") + "\n";
    assertThat(rendered.printed(true, true)).isEqualTo(object + test + install);
    assertThat(rendered.printed(true, false)).isEqualTo(object + install);
    assertThat(rendered.printed(false, true)).isEqualTo(object);
  }

  @Test
  void nothingIsPrintedAsALineBreak() {
    assertThat(render(Map.of()).printed(true, true)).isEqualTo("\n");
  }

  @Test
  void notesAreApartAndThoseOfSubchartsOnlyIfAskedFor() {
    var sub = chart("s", "", Map.of("templates/NOTES.txt", "sub"));
    var whole = chart("c", "", Map.of("templates/NOTES.txt", "own"), sub);
    var options = Charts.options();
    assertThat(render(whole).notes()).isEqualTo("own");
    assertThat(render(whole).manifest()).isEmpty();
    assertThat(
            Render.of(
                    whole,
                    Map.of(),
                    Charts.RELEASE,
                    Capabilities.DEFAULT,
                    options.subchartNotes(true))
                .notes())
        .isEqualTo("sub\nown");
  }

  @Test
  void subchartsSeeTheirPartOfTheValues() {
    var sub =
        chart(
            "s",
            "",
            Map.of(
                "templates/t",
                "a: {{ .Values.x }} {{ .Chart.IsRoot }} {{ .Template.Name }} {{"
                    + " .Template.BasePath }}"));
    var rendered =
        render(
            Map.of(
                "values.yaml",
                "s: {x: 1}",
                "templates/t",
                "b: {{ .Values.s.x }} {{ .Subcharts.s.Values.x }} {{ .Chart.IsRoot" + " }}"),
            sub);
    assertThat(rendered.manifest())
        .contains("a: 1 false c/charts/s/templates/t c/charts/s/templates")
        .contains("b: 1 1 true");
  }

  @Test
  void ofAParentsAndASubchartsDefinitionTheParentsWins() {
    var sub = chart("s", "", Map.of("templates/_d", "{{ define \"d\" }}sub{{ end }}"));
    var rendered =
        render(
            Map.of(
                "templates/_d", "{{ define \"d\" }}parent{{ end }}",
                "templates/t", "a: {{ include \"d\" . }}"),
            sub);
    assertThat(rendered.manifest()).contains("a: parent");
  }

  @Test
  void ofALibraryOnlyPartialsAreUsed() {
    var library =
        chart(
            "l",
            "library",
            Map.of(
                "templates/_d", "{{ define \"d\" }}x{{ end }}",
                "templates/t", "{{ fail \"no\" }}"));
    assertThat(render(Map.of("templates/t", "a: {{ include \"d\" . }}"), library).manifest())
        .contains("a: x");
  }

  @Test
  void aLibraryAloneCantBeRendered() {
    assertThatThrownBy(() -> render(chart("l", "library", Map.of())))
        .hasMessage("library charts are not installable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "a_b", "-a", "a.", "a..b", "a\n"})
  void namesOfReleasesAreChecked(String name) {
    assertThatThrownBy(
            () ->
                Render.of(
                    chart("c", "", Map.of()),
                    Map.of(),
                    new Release(name, "n", 1, false),
                    Capabilities.DEFAULT,
                    Charts.options()))
        .hasMessageStartingWith("release name check failed: release name ");
  }

  @Test
  void crdsAreInTheManifestOnlyIfAskedFor() {
    var chart = chart("c", "", Map.of("crds/a.yaml", "kind: X\n", "crds/README.md", "no"));
    assertThat(render(chart).manifest()).isEmpty();
    assertThat(render(chart).crds()).extracting(ChartFile::name).containsExactly("c/crds/a.yaml");
    assertThat(
            Render.of(
                    chart,
                    Map.of(),
                    Charts.RELEASE,
                    Capabilities.DEFAULT,
                    Charts.options().includeCrds(true))
                .manifest())
        .isEqualTo("---\n# Source: c/crds/a.yaml\nkind: X\n\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{{ tpl \"{{ .Release.Name }}\" . }}# r",
        "{{ tpl \"a<no value>{{ .x }}b\" . }}# ab",
        "{{ .x }}|{{ .Values.x }}# |",
        "{{ tpl `{{ define \"z\" }}Z{{ end }}{{ include \"z\" . }}` . }}# Z",
        "{{ tpl `{{ tpl \"\" . }}x{{ tpl \"{{/* */}}\" . }}` . }}# x",
        "{{ printf \"%T %T %T\" . .Values .Template }}# common.Values common.Values common.Values",
        "{{ printf \"%T %T\" .Release.Revision .Subcharts }}# int map[string]interface {}",
        "{{ lookup \"v1\" \"Pod\" \"a\" \"b\" }}# map[]",
        "{{ required \"no\" 0 }}# 0",
        "{{ .Chart.Name }} {{ .Chart.AppVersion }} {{ .Chart.name }}# 'c 2.0 '",
        "{{ set .Values \"a\" 1 | len }}{{ .Values.a }}# 11",
      })
  void functionsOfTheRender(String template, String printed) {
    assertThat(text(template)).isEqualTo(printed);
  }

  private static void failsWith(String template, String message) {
    assertThatThrownBy(() -> render(Map.of("templates/t", template)))
        .isInstanceOf(RenderException.class)
        .hasMessage(message);
  }

  @Test
  void whatTheAuthorSaysStandsAlone() {
    failsWith("{{ fail \"a\\nb\" }}", "execution error at (" + AT + "3): a\nb");
    failsWith("{{ required \"x\" nil }}", "execution error at (" + AT + "3): x");
    failsWith("{{ required \"x\" \"\" }}", "execution error at (" + AT + "3): x");
    failsWith("{{ tpl \"{{ fail `a` }}\" . }}", "execution error at (" + AT + "3): a");
  }

  @Test
  void errorsHaveALineForEachTemplateTheyWentThrough() {
    failsWith(
        "{{ .Values.a.b }}",
        AT
            + "10\n  executing \"c/templates/t\" at <.Values.a.b>:\n    nil pointer evaluating"
            + " interface {}.b");
    failsWith(
        "{{ define \"q\" }}{{ .Values.a.b }}{{ end }}{{ include \"q\" . }}",
        AT
            + "45\n  executing \"c/templates/t\" at <include \"q\" .>:\n    error calling"
            + " include:\n"
            + AT
            + "26\n  executing \"q\" at <.Values.a.b>:\n    nil pointer evaluating interface"
            + " {}.b");
    failsWith(
        "{{ include \"nope\" . }}",
        AT
            + "3\n  executing \"c/templates/t\" at <include \"nope\" .>:\n    error calling"
            + " include:\ntemplate: no template \"nope\" associated with template \"gotpl\"");
  }

  @Test
  void errorsThatHaveNoPlaceInATemplateStayOnOneLine() {
    failsWith(
        "{{ tpl \"{{ .x\" . }}",
        "template: "
            + AT
            + "3: executing \"c/templates/t\" at <tpl \"{{ .x\" .>: error calling tpl: cannot parse"
            + " template \"{{ .x\": template: gotpl:1: unclosed action");
    failsWith(
        "{{ tpl \"{{ .Values.a.b }}\" . }}",
        "template: "
            + AT
            + "3: executing \"c/templates/t\" at <tpl \"{{ .Values.a.b }}\" .>: error calling tpl:"
            + " error during tpl function execution for \"{{ .Values.a.b }}\": template:"
            + " gotpl:1:10: executing \"gotpl\" at <.Values.a.b>: nil pointer evaluating interface"
            + " {}.b");
  }

  @Test
  void textsThatAreNoTemplatesAreErrorsWithTheirLine() {
    failsWith("a\n{{ x }}", "parse error at (c/templates/t:2): function \"x\" not defined");
  }

  @Test
  void includesInThemselvesEndAtAThousand() {
    assertThatThrownBy(
            () ->
                render(
                    Map.of(
                        "templates/t",
                        "{{ define \"r\" }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}")))
        .hasMessageEndingWith(
            "rendering template has a nested reference name: r: unable to execute template");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}",
        "{{ $s := \"{{ tpl .s . }}\" }}{{ tpl $s (dict \"s\" $s) }}",
        "{{ range until 2000000000 }}a{{ end }}",
        "{{ repeat 2000000000 \"a\" }}",
        "{{ range 1000000000 }}{{ end }}",
      })
  void whatHasNoEndIsAnError(String template) {
    assertThatThrownBy(() -> render(Map.of("templates/t", template)))
        .isInstanceOfAny(RenderException.class, LimitException.class);
  }

  @Test
  void aRenderEndsInTime() {
    var limits = new RenderLimits(Long.MAX_VALUE, 100, 100, 100, 100, 100, Duration.ofMillis(50));
    assertThatThrownBy(
            () ->
                Render.of(
                    chart("c", "", Map.of("templates/t", "{{ range 1000000000000 }}{{ end }}")),
                    Map.of(),
                    Charts.RELEASE,
                    Capabilities.DEFAULT,
                    Charts.options().limits(limits)))
        .hasMessageContaining("took longer than 50 ms");
  }

  @Test
  void anInterruptedCallerLeavesNoRenderBehind() throws InterruptedException {
    var rendering = new CompletableFuture<Thread>();
    Lookup lookup =
        (apiVersion, kind, namespace, name) -> {
          rendering.complete(Thread.currentThread());
          return new LinkedHashMap<>();
        };
    var text = "{{ lookup \"v1\" \"Pod\" \"\" \"\" }}{{ range 1000000000000 }}{{ end }}";
    var chart = chart("c", "", Map.of("templates/t", text));
    var hours =
        new RenderLimits(Long.MAX_VALUE, 100, 1_000, 1_000, 1_000, 10_000, Duration.ofHours(10));
    var options = Charts.options().lookup(lookup).limits(hours);
    var problem = new CompletableFuture<String>();
    var caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Render.of(chart, Map.of(), Charts.RELEASE, Capabilities.DEFAULT, options);
                  } catch (LimitException e) {
                    problem.complete(e.getMessage());
                  }
                });
    var thread = rendering.join();
    caller.interrupt();
    assertThat(problem.join()).contains("cancelled");
    assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void whatWasRenderedBeforeChangesNothing() {
    var options = Charts.options();
    for (var text : List.of("a: 1", "a: 2", "a: " + "3".repeat(200), "a: 1")) {
      var chart = chart("c", "", Map.of("templates/t", text));
      var rendered = Render.of(chart, Map.of(), Charts.RELEASE, Capabilities.DEFAULT, options);
      assertThat(rendered.manifest()).endsWith(text + "\n");
    }
  }
}
