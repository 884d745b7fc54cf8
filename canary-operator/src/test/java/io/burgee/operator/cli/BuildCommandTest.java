package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n";
  private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void lay() throws IOException {
    put("overlay/kustomization.yaml", "bases: [../base]\nresources: [pod.yaml]\n");
    put("overlay/pod.yaml", POD);
    put("base/kustomization.yaml", "resources: [map.yaml]\n");
    put("base/map.yaml", MAP);
    put("outside/kustomization.yaml", "resources: [../base/map.yaml]\n");
  }

  private void put(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theObjectsAreSortedUnlessToldOtherwise() {
    assertThat(build(folder.resolve("overlay").toString())).isZero();
    assertThat(out.toString()).isEqualTo(MAP + "---\n" + POD);

    out.getBuffer().setLength(0);
    assertThat(build("--reorder", "none", folder + "/overlay")).isZero();
    assertThat(out.toString()).isEqualTo(POD + "---\n" + MAP);
  }

  @Test
  void warningsGoToTheErrors() {
    assertThat(build(folder + "/overlay")).isZero();
    assertThat(errors.toString()).startsWith("# Warning: 'bases' is deprecated.");
  }

  @Test
  void filesOutsideTheFolderNeedAFlag() {
    assertThat(build(folder + "/outside")).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("Error: accumulating resources: ")
        .contains("security; file '" + folder + "/base/map.yaml' is not in or below");

    assertThat(build("--load-restrictor", "LoadRestrictionsNone", folder + "/outside")).isZero();
    assertThat(out.toString()).isEqualTo(MAP);
  }

  @Test
  void whatCantBeBuiltIsAnErrorThatNamesFolders() {
    assertThat(build(folder + "/nowhere")).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("Error: must build at directory: not a valid directory: ")
        .contains(folder + "/nowhere");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFlagsValueIsChecked() {
    assertThat(build("--reorder", "random", folder + "/overlay")).isEqualTo(1);
    assertThat(errors.toString())
        .contains("Error: illegal flag value --reorder random; legal values: [legacy none]");
  }

  @Test
  void theOutputMayGoToAFile() throws IOException {
    var file = folder.resolve("all.yaml");
    assertThat(build("-o", file.toString(), folder + "/base")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(MAP);
  }

  @Test
  void managedByIsALabel() {
    assertThat(build("--enable-managed-by", folder + "/base")).isZero();
    assertThat(out.toString()).contains("app.kubernetes.io/managed-by: kustomize-v5.8.1");
  }

  @Test
  void eachRequestOfABatchIsAnsweredInOrder() throws IOException {
    var answers =
        batch(
            "{\"id\": 7, \"dir\": \"" + folder + "/overlay\", \"reorder\": \"none\"}",
            "{\"id\": \"x\", \"dir\": \"" + folder + "/outside\", \"more\": 1}",
            "",
            "{\"dir\": \"" + folder + "/outside\", \"loadRestrictions\": \"none\"}",
            "{\"dir\": \"" + folder + "/base\", \"managedBy\": true}");

    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).toString())
        .isEqualTo(
            JSON.createObjectNode()
                .put("id", 7)
                .put("dir", folder + "/overlay")
                .put("ok", true)
                .put("output", POD + "---\n" + MAP)
                .toString());
    assertThat(answers.get(1).get("id").asText()).isEqualTo("x");
    assertThat(answers.get(1).get("ok").asBoolean()).isFalse();
    assertThat(answers.get(1).get("error").asText()).contains("is not in or below");
    assertThat(answers.get(2).get("output").asText()).isEqualTo(MAP);
    assertThat(answers.get(3).get("output").asText()).contains("managed-by");
  }

  @Test
  void aBadRequestIsAnAnswerNotTheEnd() throws IOException {
    var answers =
        batch(
            "nonsense",
            "[1]",
            "{}",
            "{\"dir\": 5}",
            "{\"dir\": \"\\u0000\"}",
            "{\"dir\": \"x\", \"reorder\": \"sideways\"}",
            "{\"dir\": \"" + folder + "/base\"}");

    assertThat(answers).hasSize(7);
    assertThat(answers.subList(0, 6)).allMatch(answer -> !answer.get("ok").asBoolean());
    assertThat(answers.subList(0, 6)).allMatch(answer -> !answer.get("error").asText().isEmpty());
    assertThat(answers.get(6).get("output").asText()).isEqualTo(MAP);
  }

  private List<JsonNode> batch(String... lines) throws IOException {
    var requests = new BufferedReader(new StringReader(String.join("\n", lines)));
    new BuildBatch(requests, new PrintWriter(out)).run();
    var answers = new ArrayList<JsonNode>();
    for (var line : out.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        answers.add(JSON.readTree(line));
      }
    }
    return answers;
  }

  private int build(String... arguments) {
    var line = new ArrayList<>(List.of("build"));
    line.addAll(List.of(arguments));
    return Commands.lineFor("build")
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(line.toArray(String[]::new));
  }
}
