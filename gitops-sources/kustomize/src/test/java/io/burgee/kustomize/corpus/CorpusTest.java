package io.burgee.kustomize.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.FileTree;
import io.burgee.kustomize.FolderTree;
import io.burgee.kustomize.Kustomize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case builds to the text that the real kustomize gave for it, or fails with the words that
 * both have. {@code corpus/record} records what that one says; {@code -Dcorpus=AREA/NAME} takes
 * some.
 */
class CorpusTest {
  private static final Path CASES = Path.of("src", "test", "resources", "corpus");
  private static final int FEWEST = 400;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path scratch;

  @TestFactory
  Stream<DynamicTest> sameAsTheRealTool() throws IOException {
    var wanted = CASES.resolve(System.getProperty("corpus", ""));
    var folder =
        Files.isDirectory(wanted) ? wanted : wanted.resolveSibling(wanted.getFileName() + ".txt");
    return paths(folder)
        .map(path -> DynamicTest.dynamicTest(name(path), path.toUri(), () -> check(path)));
  }

  @Test
  void thereAreEnoughCases() throws IOException {
    assertThat(paths(CASES)).hasSizeGreaterThan(FEWEST);
  }

  @Test
  void noAnswerIsLeftWithoutItsCase() throws IOException {
    try (var files = Files.walk(CASES)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::toString))
          .allSatisfy(
              file -> assertThat(Path.of(file.replaceFirst("\\.[a-z]+$", ".txt"))).exists());
    }
  }

  private static Stream<Path> paths(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  private static String name(Path path) {
    return CASES.relativize(path).toString().replace(".txt", "");
  }

  private void check(Path path) throws IOException {
    var each = Case.parse(Files.readString(path));
    var folder = Files.createDirectories(scratch.resolve(name(path)));
    each.layIn(folder);
    check(path, each, each.tree());
    check(path, each, FolderTree.of(folder));
  }

  private static void check(Path path, Case each, FileTree tree) throws IOException {
    if (each.error().isPresent()) {
      var phrase = each.error().get();
      assertThat(Files.readString(answer(path, ".err"))).contains(phrase);
      assertThatThrownBy(() -> Kustomize.build(tree, each.dir(), each.options()))
          .isInstanceOf(BuildException.class)
          .hasMessageContaining(phrase);
    } else {
      assertThat(Kustomize.build(tree, each.dir(), each.options()).yaml())
          .isEqualTo(Files.readString(answer(path, ".yaml")));
    }
  }

  private static Path answer(Path path, String extension) {
    return path.resolveSibling(path.getFileName().toString().replace(".txt", extension));
  }
}
