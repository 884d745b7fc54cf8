package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ADVICE = "\n\nUse --debug flag to render out invalid YAML";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void lay() throws IOException {
    put("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    put("web/values.yaml", "size: 1\n");
    put(
        "web/templates/map.yaml",
        "kind: ConfigMap\nname: {{ .Release.Name }}\nsize: {{ .Values.size }}\n");
    put("web/templates/test.yaml", "kind: Pod\nmetadata: {annotations: {helm.sh/hook: test}}\n");
    put(
        "web/templates/about.yaml",
        """
            kind: About
            namespace: {{ .Release.Namespace }}
            upgrade: {{ .Release.IsUpgrade }}
            kube: {{ .Capabilities.KubeVersion }}
            api: {{ .Capabilities.APIVersions.Has "x/v1" }}
            """);
    put("web/crds/crd.yaml", "kind: CustomResourceDefinition\n");
    put("broken/Chart.yaml", "apiVersion: v2\nname: broken\nversion: 1.0.0\n");
    put("broken/templates/a.yaml", "a: {{ fail \"no\" }}\n");
    put("five.yaml", "size: 5\n");
    put("six.yaml", "size: 6\n");
  }

  private String put(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  private String chart(String name) {
    return folder.resolve(name).toString();
  }

  private static String map(String name, String size) {
    return "---\n# Source: web/templates/map.yaml\nkind: ConfigMap\nname: "
        + name
        + "\nsize: "
        + size
        + "\n";
  }

  private static String about(String namespace, boolean upgrade, String kube, boolean api) {
    return "---\n# Source: web/templates/about.yaml\nkind: About\nnamespace: "
        + namespace
        + "\nupgrade: "
        + upgrade
        + "\nkube: "
        + kube
        + "\napi: "
        + api
        + "\n";
  }

  private static final String TEST =
      """
            ---
            # Source: web/templates/test.yaml
            kind: Pod
            metadata: {annotations: {helm.sh/hook: test}}

            """;

  @Test
  void manifestsComeByKindThenHooks() {
    assertThat(template("one", chart("web"))).isZero();
    assertThat(out.toString())
        .isEqualTo(map("one", "1") + "\n" + about("default", false, "v1.36.0", false) + TEST);
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void withoutANameTheReleaseIsCalledSo() {
    assertThat(template(chart("web"))).isZero();
    assertThat(out.toString()).startsWith(map("release-name", "1"));
  }

  @Test
  void flagsSayWhatTemplatesSee() {
    assertThat(
            template(
                chart("web"),
                "-n",
                "there",
                "--is-upgrade",
                "--kube-version",
                "1.30",
                "--api-versions",
                "w/v1,x/v1",
                "--no-hooks"))
        .isZero();
    assertThat(out.toString())
        .isEqualTo(map("release-name", "1") + "\n" + about("there", true, "v1.30", true));
  }

  @Test
  void testsCanBeLeftOut() {
    assertThat(template(chart("web"), "--skip-tests")).isZero();
    assertThat(out.toString()).doesNotContain("kind: Pod");
  }

  @Test
  void crdsComeFirstIfAskedFor() {
    assertThat(template(chart("web"), "--include-crds")).isZero();
    assertThat(out.toString())
        .startsWith("---\n# Source: web/crds/crd.yaml\nkind: CustomResourceDefinition\n\n---\n");
  }

  @Test
  void laterValuesWinAndFlagsWinOverFiles() {
    var files = new String[] {"-f", chart("five.yaml"), "--values", chart("six.yaml")};
    assertThat(template(chart("web"), files[0], files[1], files[2], files[3])).isZero();
    assertThat(out.toString()).contains("size: 6");

    out.getBuffer().setLength(0);
    assertThat(template(chart("web"), "--set", "size=7", "-f", chart("six.yaml"))).isZero();
    assertThat(out.toString()).contains("size: 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--set=size=x",
        "--set-string=size=x",
        "--set-json=size=\"x\"",
        "--set-literal=size=x",
      })
  void valuesCanBeSet(String flag) {
    assertThat(template(chart("web"), flag)).isZero();
    assertThat(out.toString()).contains("size: x\n");
  }

  @Test
  void valuesCanBeOfFiles() throws IOException {
    var file = put("size.txt", "large");
    assertThat(template(chart("web"), "--set-file", "size=" + file)).isZero();
    assertThat(out.toString()).contains("size: large\n");
  }

  @Test
  void someTemplatesCanBePicked() {
    assertThat(template(chart("web"), "-s", "templates/t*.yaml", "-s", "templates/map.yaml"))
        .isZero();
    assertThat(out.toString()).isEqualTo(TEST + "\n" + map("release-name", "1"));

    assertThat(template(chart("web"), "-s", "templates/none.yaml")).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo("Error: could not find template templates/none.yaml in chart\n");
  }

  @Test
  void whatFailsIsAnErrorAndPrintsNothing() {
    assertThat(template(chart("broken"))).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo("Error: execution error at (broken/templates/a.yaml:1:6): no" + ADVICE + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsAskedForWronglyIsAnError() {
    assertThat(template("./nowhere")).isEqualTo(1);
    assertThat(template("a", "b", "c")).isEqualTo(1);
    assertThat(template(chart("web"), "-f", "none.yaml")).isEqualTo(1);
    assertThat(template(chart("web"), "--kube-version", "x")).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo(
            """
            Error: path "./nowhere" not found
            Error: expected at most two arguments, unexpected arguments: c
            Error: open none.yaml: no such file or directory
            Error: invalid kube version 'x': could not parse "x" as version
            """);
  }

  @Test
  void eachRequestOfABatchIsAnsweredInOrder() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          JSON.createObjectNode()
              .put("chart", chart(i % 10 == 9 ? "broken" : "web"))
              .put("name", "n" + i)
              .putNull("kubeVersion")
              .toString());
    }
    var answers = batch(lines.toArray(String[]::new));
    assertThat(answers).hasSize(40);
    for (int i = 0; i < 40; i++) {
      var answer = answers.get(i);
      assertThat(answer.get("ok").asBoolean()).isEqualTo(i % 10 != 9);
      if (i % 10 != 9) {
        assertThat(answer.get("output").asText()).startsWith(map("n" + i, "1"));
      }
    }
    assertThat(answers.get(9).toString())
        .isEqualTo(
            JSON.createObjectNode()
                .put("ok", false)
                .put("output", "")
                .put("error", "execution error at (broken/templates/a.yaml:1:6): no" + ADVICE)
                .toString());
  }

  @Test
  void aRequestSaysWhatFlagsSay() throws IOException {
    var request = JSON.createObjectNode().put("chart", chart("web")).put("namespace", "there");
    request.putArray("values").add(chart("five.yaml")).add(chart("six.yaml"));
    request.putArray("apiVersions").add("x/v1");
    request.put("kubeVersion", "1.31.2").put("includeCrds", true).put("isUpgrade", true);
    var answer = batch(request.toString()).getFirst();
    assertThat(answer.get("output").asText())
        .isEqualTo(
            "---\n# Source: web/crds/crd.yaml\nkind: CustomResourceDefinition\n\n"
                + map("release-name", "6")
                + "\n"
                + about("there", true, "v1.31.2", true)
                + TEST);
  }

  @Test
  void aBadRequestIsAnAnswerNotTheEnd() throws IOException {
    var answers =
        batch(
            "nonsense",
            "[1]",
            "{}",
            "{\"chart\": 5}",
            "{\"chart\": \"\\u0000\"}",
            "{\"chart\": \"x\", \"values\": \"y\"}",
            "{\"chart\": \"x\", \"isUpgrade\": 1}",
            "",
            "{\"chart\": \"" + chart("web") + "\"}");
    assertThat(answers).hasSize(8);
    assertThat(answers.subList(0, 7)).allMatch(answer -> !answer.get("ok").asBoolean());
    assertThat(answers.subList(0, 7)).allMatch(answer -> !answer.get("error").asText().isEmpty());
    assertThat(answers.get(7).get("ok").asBoolean()).isTrue();
  }

  @Test
  void aBatchEndsWithAnErrorIfItsRequestsCannotBeRead() {
    var broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void close() {}
        };
    var batch = new TemplateBatch(new BufferedReader(broken), new PrintWriter(out));

    assertThatThrownBy(batch::run).isInstanceOf(IOException.class).hasMessageContaining("gone");
  }

  private List<JsonNode> batch(String... lines) throws IOException {
    var requests = new BufferedReader(new StringReader(String.join("\n", lines)));
    new TemplateBatch(requests, new PrintWriter(out)).run();
    var answers = new ArrayList<JsonNode>();
    for (var line : out.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        answers.add(JSON.readTree(line));
      }
    }
    return answers;
  }

  private int template(String... arguments) {
    var line = new ArrayList<>(List.of("template"));
    line.addAll(List.of(arguments));
    return Commands.lineFor("template")
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(line.toArray(String[]::new));
  }
}
