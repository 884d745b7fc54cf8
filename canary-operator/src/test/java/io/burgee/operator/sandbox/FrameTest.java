package io.burgee.operator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.testsupport.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void showsWeightsFiguresAndReasons() {
    var lines =
        new Frame(true)
            .of(Moments.at(7_260, "Progressing", 20, "a reason", "first event", "last event"));

    Golden.assertText(String.join("\n", lines) + "\n", "golden/sandbox/frame.txt");
  }

  @Test
  void itsHeightIsAlwaysTheSame() {
    var frame = new Frame(false);
    var many = new String[] {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};

    assertThat(frame.of(Moments.at(0, "Progressing", 60, "r", many)))
        .hasSameSizeAs(frame.of(Moments.at(0, "Initialized", 0, "")))
        .contains("  12")
        .doesNotContain("  4");
  }

  @Test
  void aTerminalWithoutBlocksGetsLetters() {
    assertThat(String.join("", new Frame(false).of(Moments.at(0, "Progressing", 60, "r"))))
        .contains("####################..............................")
        .isASCII();
  }

  @Test
  void theTerminalIsLeftAsItWas() {
    var text = new StringWriter();
    try (var view = new LiveView(new PrintWriter(text), new Frame(true), false)) {
      view.show(Moments.at(0, "Progressing", 60, "r"));
    }

    assertThat(text.toString()).endsWith("\u001b[?7h\u001b[?25h");
  }

  @Test
  void withoutColoursThereAreNone() {
    var text = new StringWriter();
    try (var view = new LiveView(new PrintWriter(text), new Frame(true), false)) {
      view.show(Moments.at(0, "Failed", 60, "r"));
    }

    assertThat(text.toString()).doesNotContainPattern("\u001b\\[\\d*m");
  }
}
