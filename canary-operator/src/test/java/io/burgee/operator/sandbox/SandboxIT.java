package io.burgee.operator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.sandbox.demo.Demo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SandboxIT {
  private final StringWriter text = new StringWriter();
  private final Screen screen = Screen.plain(new PrintWriter(text));

  @Test
  void theGoodVersionIsPromotedAndTheBadOneRolledBack() throws Exception {
    assertThat(Sandbox.run(options(Scenario.both, 30), screen)).as(text.toString()).isTrue();

    assertThat(text.toString())
        .containsPattern("(?m)^1\\.1\\.0 +promoted +promoted +20 40 60 100 % +\\S+ +0 ")
        .containsPattern("(?m)^1\\.2\\.0 +rolled back +rolled back +.* %.* success rate ");
  }

  @Test
  void podsThatNeverBecomeReadyAreRolledBack() throws Exception {
    assertThat(Sandbox.run(options(Scenario.stuck, 60), screen)).as(text.toString()).isTrue();

    assertThat(text.toString()).containsPattern("(?m)^1\\.3\\.0 +rolled back +rolled back +- ");
  }

  @Test
  void anotherEndThanExpectedIsExplained() throws Exception {
    var wrong = new Scenario.Release(Demo.Version.GOOD, Scenario.Expected.ROLLED_BACK);

    assertThat(Sandbox.run(options(Scenario.good, 60), List.of(wrong), screen)).isFalse();

    assertThat(text.toString())
        .contains("Expected 1.1.0 to be rolled back", "demo/shop", "Last checks", "NOT everything");
  }

  @Test
  void nothingStaysOfTheKubeconfig() throws Exception {
    assertThat(Sandbox.run(options(Scenario.good, 60), screen)).as(text.toString()).isTrue();

    assertThat(kubeconfig()).doesNotExist();
  }

  @Test
  void theKubeconfigIsForItsOwnerOnly() throws IOException {
    try (var file = KubeconfigFile.write("text")) {
      assertThat(Files.getPosixFilePermissions(file.path()).toString())
          .doesNotContain("GROUP", "OTHERS");
    }
  }

  private Path kubeconfig() {
    var first = text.toString().lines().findFirst().orElse("");
    return Path.of(first.substring("export KUBECONFIG=".length()));
  }

  private static Sandbox.Options options(Scenario scenario, double speed) {
    return new Sandbox.Options(0, speed, scenario, false, false);
  }
}
