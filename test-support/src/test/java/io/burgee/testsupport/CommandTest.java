package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void bothOutputsAndTheExitCodeAreKept() {
    var result = Command.of(List.of(JAVA, "NoSuchClass")).run(Duration.ofSeconds(30));

    assertThat(result.succeeded()).isFalse();
    assertThat(result.stderr()).contains("NoSuchClass");
    assertThatIllegalStateException().isThrownBy(result::output).withMessageContaining("NoSuch");
  }

  @Test
  void aProgramThatDoesNotEndIsGivenUp() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Command.of(List.of(JAVA, "-version")).run(Duration.ZERO))
        .withMessageContaining("not within");
  }
}
