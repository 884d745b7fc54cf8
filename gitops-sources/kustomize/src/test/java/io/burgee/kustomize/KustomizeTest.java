package io.burgee.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizeTest {
  private static final String MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: x
        namespace: here
      """;

  private static final MemoryTree TREE =
      MemoryTree.of(
          Map.of(
              "overlay/kustomization.yaml", "resources: [../base, own.yaml]",
              "overlay/own.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}",
              "base/kustomization.yaml", "resources: [sub/map.yaml]",
              "base/sub/map.yaml", MAP));

  @Test
  void aResultSaysWhatEachObjectIsAndWhereItIsFrom() {
    var result = Kustomize.build(TREE, "overlay", BuildOptions.DEFAULT.reorder(Reorder.NONE));

    assertThat(result.objects())
        .containsExactly(
            new BuiltObject(
                "ConfigMap.v1.[noGrp]/x.here",
                "v1",
                "ConfigMap",
                "x",
                "here",
                "../base/sub/map.yaml",
                MAP),
            new BuiltObject(
                "Deployment.v1.apps/d.[noNs]",
                "apps/v1",
                "Deployment",
                "d",
                "",
                "own.yaml",
                "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d\n"));
    assertThat(result.yaml())
        .isEqualTo(result.objects().get(0).yaml() + "---\n" + result.objects().get(1).yaml());
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void olderFieldsAreWarnedAbout() {
    var tree =
        MemoryTree.of(
            Map.of(
                "kustomization.yaml", "bases: [base]\ncommonLabels: {a: b}",
                "base/kustomization.yaml", "vars: []\nresources: []"));

    assertThat(Kustomize.build(tree, "", BuildOptions.DEFAULT).warnings())
        .containsExactly(
            "# Warning: 'bases' is deprecated. Please use 'resources' instead. Run 'kustomize edit"
                + " fix' to update your Kustomization automatically.",
            "# Warning: 'commonLabels' is deprecated. Please use 'labels' instead. Run 'kustomize"
                + " edit fix' to update your Kustomization automatically.",
            "# Warning: 'vars' is deprecated. Please use 'replacements' instead. [EXPERIMENTAL] Run"
                + " 'kustomize edit fix' to update your Kustomization automatically.");
  }

  @Test
  void theFolderMayBeWrittenInAnyWay() {
    for (var path : List.of("overlay", "./overlay/", "base/../overlay", "overlay/../overlay/.")) {
      assertThat(Kustomize.build(TREE, path, BuildOptions.DEFAULT).objects()).hasSize(2);
    }
    assertThatThrownBy(() -> Kustomize.build(TREE, "../overlay", BuildOptions.DEFAULT))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("leads out of the tree");
  }

  @Test
  void aFolderOfAFileSystemIsBuiltLikeOneInMemory(@TempDir Path folder) throws IOException {
    for (var file :
        List.of(
            "overlay/kustomization.yaml",
            "overlay/own.yaml",
            "base/kustomization.yaml",
            "base/sub/map.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.write(folder.resolve(file), TREE.read(file));
    }
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("overlay"));

    assertThat(Kustomize.build(FolderTree.of(folder), "linked", BuildOptions.DEFAULT))
        .isEqualTo(Kustomize.build(TREE, "overlay", BuildOptions.DEFAULT));
  }

  @Test
  void aFolderIsNeverLeft(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("secret.yaml"), MAP);
    var inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(inside.resolve("kustomization.yaml"), "resources: [link.yaml]");
    Files.createSymbolicLink(inside.resolve("link.yaml"), Path.of("../secret.yaml"));

    for (var restrictions : LoadRestrictions.values()) {
      var options = BuildOptions.DEFAULT.loadRestrictions(restrictions);
      assertThatThrownBy(() -> Kustomize.build(FolderTree.of(inside), "", options))
          .isInstanceOf(BuildException.class)
          .hasMessageContaining("leads out of the tree");
    }
    assertThat(
            Kustomize.build(
                    FolderTree.of(folder),
                    "inside",
                    BuildOptions.DEFAULT.loadRestrictions(LoadRestrictions.NONE))
                .objects())
        .hasSize(1);
  }

  @Test
  void aCancelledBuildEnds() {
    assertThatThrownBy(
            () -> Kustomize.build(TREE, "overlay", BuildOptions.DEFAULT.cancelled(() -> true)))
        .hasMessageContaining("the build was cancelled");
  }

  @Test
  void aBuildThatTakesTooLongEnds() {
    var seconds = IntStream.iterate(0, second -> second + 1).iterator();
    var options =
        BuildOptions.DEFAULT.nanoTime(() -> Duration.ofSeconds(40L * seconds.nextInt()).toNanos());
    assertThatThrownBy(() -> Kustomize.build(TREE, "overlay", options))
        .hasMessageContaining("the build took longer than 60000 ms");
  }

  @Test
  void buildsRunSideBySide() {
    var alone = Kustomize.build(TREE, "overlay", BuildOptions.DEFAULT);

    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> Kustomize.build(TREE, "overlay", BuildOptions.DEFAULT))
                .toList())
        .hasSize(64)
        .containsOnly(alone);
  }

  @Test
  void whatATreeThrowsIsAFailedBuild() {
    var broken =
        new FileTree() {
          @Override
          public Kind kind(String path) {
            throw new IllegalStateException("broken");
          }

          @Override
          public long size(String path) {
            return 0;
          }

          @Override
          public byte[] read(String path) {
            return new byte[0];
          }

          @Override
          public String target(String path) {
            return "";
          }
        };
    assertThatThrownBy(() -> Kustomize.build(broken, "a", BuildOptions.DEFAULT))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("unexpectedly")
        .hasMessageContaining("broken");
  }
}
