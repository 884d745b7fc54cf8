package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotTestedTest {

  @Test
  void oneLineNamesEveryClassOnceAndTheReason() {
    var skipped = new NotTested("no Go");
    skipped.add(String.class);
    skipped.add(Integer.class);
    skipped.add(String.class);

    assertThat(skipped.line())
        .isEqualTo(
            "NOT TESTED against a real Kubernetes API server: Integer, String. Reason: no Go");
  }
}
