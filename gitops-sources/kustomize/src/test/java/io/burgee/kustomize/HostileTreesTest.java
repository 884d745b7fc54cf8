package io.burgee.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.yaml.YamlLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant may put into a repository: each ends soon, with an error or a result. */
@Timeout(60)
class HostileTreesTest {
  private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n";
  private static final BuildLimits LIMITS =
      new BuildLimits(10_000, 64L << 20, 64, YamlLimits.DEFAULT, Duration.ofSeconds(20));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [../../../etc/passwd]",
        "resources: [/etc/passwd]",
        "configMapGenerator: [{name: a, files: [../../../../etc/passwd]}]",
        "configMapGenerator: [{name: a, files: [/etc/passwd]}]",
        "secretGenerator: [{name: a, envs: [/proc/self/environ]}]",
        "patches: [{path: /etc/passwd, target: {kind: A}}]",
        "patchesJson6902: [{path: ../../../../../x, target: {kind: A, name: b}}]",
        "openapi: {path: ../../../../../x}",
        "configurations: [/etc/passwd]",
        "crds: [../../../../../x]",
        "replacements: [{path: /etc/passwd}]",
        "transformers: [/etc/passwd]",
        "generators: [../../../../../x]",
        "validators: [link]",
        "components: [../../../..]",
        "resources: [link]",
        "resources: [linked/file.yaml]",
        "configMapGenerator: [{name: a, files: [a=link]}]"
      })
  void nothingOutsideIsRead(String kustomization) {
    var tree =
        MemoryTree.builder()
            .file("a/kustomization.yaml", kustomization)
            .link("a/link", "/etc/passwd")
            .link("a/linked", "../../outside")
            .build();
    for (var restrictions : LoadRestrictions.values()) {
      assertThatThrownBy(
              () -> Kustomize.build(tree, "a", BuildOptions.DEFAULT.loadRestrictions(restrictions)))
          .isInstanceOf(BuildException.class)
          .hasMessageNotContaining("unexpectedly");
    }
  }

  @Test
  void aliasesThatStandForBillions() {
    var bomb = new StringBuilder(MAP).append("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9));
      bomb.append("*a" + (i - 1) + "]\n");
    }
    refused(Map.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", bomb.toString()));
    refused(Map.of("kustomization.yaml", bomb.substring(MAP.length())));
  }

  @Test
  void anAliasInItself() {
    refused(Map.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", MAP + "a: &a [*a]\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void valuesNestedWithoutEnd(String opening) {
    refused(
        Map.of(
            "kustomization.yaml",
            "resources: [r.yaml]",
            "r.yaml",
            MAP + "a: " + opening.repeat(1_000_000)));
    refused(Map.of("kustomization.yaml", opening.repeat(1_000_000)));
  }

  @Test
  void indentationWithoutEnd() {
    var deep = new StringBuilder(MAP).append("a:\n");
    for (int i = 1; i < 3_000; i++) {
      deep.append(" ".repeat(i)).append("b:\n");
    }
    refused(Map.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", deep.toString()));
  }

  @Test
  void aScalarOfTenMegabytesIsFine() {
    var big = "x".repeat(10 << 20);
    var result =
        build(
            Map.of(
                "kustomization.yaml",
                "resources: [r.yaml]\nnamePrefix: a-",
                "r.yaml",
                MAP + "data: {k: " + big + "}\n"));
    assertThat(result.yaml()).hasSizeGreaterThan(10 << 20);
  }

  @Test
  void moreThanTheBuildMayRead() {
    var big = ("# " + "x".repeat(1 << 20) + "\n").repeat(8);
    var tree = MemoryTree.builder();
    var resources = new StringBuilder("resources:\n");
    for (int i = 0; i < 9; i++) {
      tree.file("r" + i + ".yaml", big.getBytes(StandardCharsets.UTF_8));
      resources.append("- r" + i + ".yaml\n");
    }
    refused(tree.file("kustomization.yaml", resources.toString()).build(), "bytes");
  }

  @Test
  void aHundredThousandResources() {
    var many = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      many.append("---\nkind: A\nmetadata: {name: a" + i + "}\n");
    }
    var texts = Map.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", many.toString());
    refused(MemoryTree.of(texts), "objects");
  }

  @Test
  void aListOfAHundredThousandResources() {
    var many = new StringBuilder("kind: List\nitems:\n");
    for (int i = 0; i < 100_000; i++) {
      many.append("- {kind: A, metadata: {name: a" + i + "}}\n");
    }
    var texts = Map.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", many.toString());
    refused(MemoryTree.of(texts), "objects");
  }

  @Test
  void basesThatDoubleAtEachLevel() {
    var tree = MemoryTree.builder();
    for (int i = 0; i < 30; i++) {
      tree.file("b" + i + "/one/kustomization.yaml", twoOf(i + 1, "x-"));
      tree.file("b" + i + "/two/kustomization.yaml", twoOf(i + 1, "y-"));
    }
    tree.file("b30/one/kustomization.yaml", "resources: [r.yaml]").file("b30/one/r.yaml", MAP);
    tree.file("b30/two/kustomization.yaml", "resources: [r.yaml]").file("b30/two/r.yaml", MAP);
    assertThatThrownBy(
            () -> Kustomize.build(tree.build(), "b0/one", BuildOptions.DEFAULT.limits(LIMITS)))
        .isInstanceOf(BuildException.class);
  }

  private static String twoOf(int level, String prefix) {
    return "namePrefix: "
        + prefix
        + "\nresources: [../../b"
        + level
        + "/one, ../../b"
        + level
        + "/two]";
  }

  @Test
  void basesInCircles() {
    refused(
        MemoryTree.of(
            Map.of(
                "kustomization.yaml", "resources: [a]",
                "a/kustomization.yaml", "resources: [../b]",
                "b/kustomization.yaml", "components: [../c]",
                "c/kustomization.yaml", "kind: Component\nresources: [../a]")),
        "cycle detected");
  }

  @Test
  void basesOnBasesWithoutEnd() {
    var tree = MemoryTree.builder();
    for (int i = 0; i < 500; i++) {
      tree.file("b" + i + "/kustomization.yaml", "resources: [../b" + (i + 1) + "]");
    }
    tree.file("kustomization.yaml", "resources: [b0]");
    refused(tree.build(), "bases stand one on the other");
  }

  @Test
  void patternsThatNeedBacktracking() {
    var tree =
        MemoryTree.of(
            Map.of(
                "kustomization.yaml",
                """
                resources: [r.yaml]
                patches:
                - patch: '[{"op": "add", "path": "/a", "value": "b"}]'
                  target: {name: "(a|aa|a?)*(a+)+b"}
                """,
                "r.yaml",
                "kind: A\nmetadata: {name: " + "a".repeat(50_000) + "}\n"));
    assertThat(Kustomize.build(tree, "", BuildOptions.DEFAULT.limits(LIMITS)).yaml())
        .doesNotContain("a: b");
  }

  @Test
  void patternsThatGrow() {
    var tree =
        MemoryTree.of(
            Map.of(
                "kustomization.yaml",
                """
                resources: [r.yaml]
                patches:
                - patch: '[{"op": "add", "path": "/a", "value": "b"}]'
                  target: {name: "((((a{1,100}){1,100}){1,100}){1,100})"}
                """,
                "r.yaml",
                "kind: A\nmetadata: {name: a}\n"));
    refused(tree, "");
  }

  @Test
  void replacementsThatDoubleATextEachTime() {
    var kustomization = new StringBuilder("resources: [r.yaml]\nreplacements:\n");
    for (int i = 0; i < 60; i++) {
      kustomization.append(
          """
          - source: {kind: A, fieldPath: spec.a}
            targets:
            - select: {kind: A}
              fieldPaths: [spec.b]
              options: {delimiter: "/", index: 99}
          - source: {kind: A, fieldPath: spec.b}
            targets:
            - select: {kind: A}
              fieldPaths: [spec.a]
              options: {delimiter: "/", index: 99}
          """);
    }
    var texts =
        Map.of(
            "kustomization.yaml",
            kustomization.toString(),
            "r.yaml",
            "kind: A\nmetadata: {name: a}\nspec: {a: x, b: y}\n");
    refused(MemoryTree.of(texts), "bytes");
  }

  @Test
  void aBillionReplacements() {
    var list = new StringBuilder("kind: A\nmetadata: {name: a}\nv: x\nspec:\n");
    for (int i = 0; i < 1_000; i++) {
      list.append("- {l: [" + "{v: a}, ".repeat(999) + "{v: a}]}\n");
    }
    var kustomization = new StringBuilder("resources: [r.yaml]\nreplacements:\n");
    for (int i = 0; i < 1_000; i++) {
      kustomization.append(
          """
          - source: {kind: A, fieldPath: v}
            targets: [{select: {kind: A}, fieldPaths: [spec.*.l.*.v]}]
          """);
    }
    var texts = Map.of("kustomization.yaml", kustomization.toString(), "r.yaml", list.toString());
    var limits = new BuildLimits(10_000, 64L << 20, 64, YamlLimits.DEFAULT, Duration.ofSeconds(3));
    assertThatThrownBy(
            () -> Kustomize.build(MemoryTree.of(texts), "", BuildOptions.DEFAULT.limits(limits)))
        .isInstanceOf(BuildException.class);
  }

  private static BuildResult build(Map<String, String> texts) {
    return Kustomize.build(MemoryTree.of(texts), "", BuildOptions.DEFAULT.limits(LIMITS));
  }

  private static void refused(Map<String, String> texts) {
    refused(MemoryTree.of(texts), "");
  }

  private static void refused(FileTree tree, String why) {
    assertThatThrownBy(() -> Kustomize.build(tree, "", BuildOptions.DEFAULT.limits(LIMITS)))
        .isInstanceOf(BuildException.class)
        .hasMessageNotContaining("unexpectedly")
        .hasMessageContaining(why);
  }
}
