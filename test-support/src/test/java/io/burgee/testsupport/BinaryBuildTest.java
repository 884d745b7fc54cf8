package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script for a Go: it notes that it was called and copies main.go to its output. */
@DisabledOnOs(OS.WINDOWS)
class BinaryBuildTest {

  private static final GoModule MODULE =
      new GoModule(
          Map.of(
              "go.mod", "require (\n\tk8s.io/kubernetes v1.37.2\n)\n", "main.go", "#!/bin/sh\n"));

  private final Path folder;
  private final Path binary;

  BinaryBuildTest(@TempDir Path folder) {
    this.folder = folder;
    this.binary = folder.resolve("cache").resolve("kcp");
  }

  @Test
  void whatGoBuiltIsInTheCacheAndNothingElse() throws IOException {
    var built = new BinaryBuild(MODULE, working(), binary).run();

    assertThat(built).isEqualTo(binary).isExecutable().hasContent("#!/bin/sh\n");
    assertThat(binary.getParent())
        .isDirectoryNotContaining(file -> !file.equals(binary) && !file.endsWith("lock"));
  }

  @Test
  void whoeverAsksMeanwhileGetsTheSameBuild()
      throws IOException, InterruptedException, ExecutionException {
    var go = working();
    Callable<Path> build = () -> new BinaryBuild(MODULE, go, binary).run();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(List.of(build, build, build))) {
        assertThat(result.get()).isExecutable();
      }
    }

    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
  }

  @Test
  void aFailedBuildSaysWhatGoSaidAndLeavesNoBinary() throws IOException {
    var go = script("echo 'main.go:1: syntax error' >&2; exit 1");

    assertThatIllegalStateException()
        .isThrownBy(() -> new BinaryBuild(MODULE, go, binary).run())
        .withMessageContaining("main.go:1: syntax error");
    assertThat(binary).doesNotExist();
  }

  private Path working() throws IOException {
    return script(
        """
        echo called >> %s/calls
        while [ "$1" != -o ]; do shift; done
        cp main.go "$2" && chmod +x "$2"
        """
            .formatted(folder));
  }

  private Path script(String body) throws IOException {
    var go = Files.writeString(folder.resolve("go"), "#!/bin/sh\n" + body);
    assertThat(go.toFile().setExecutable(true)).isTrue();
    return go;
  }
}
