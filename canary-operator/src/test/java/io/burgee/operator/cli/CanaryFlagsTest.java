package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class CanaryFlagsTest {
  @Command(name = "takeover")
  static final class Takeover {
    @Mixin private final CanaryFlags flags = new CanaryFlags();
    @Parameters private List<String> names = new ArrayList<>();
  }

  @Test
  void keysMayHaveBlanksBetweenThem() {
    assertThat(
            parse("--selector-labels=app, release,")
                .flags
                .settings()
                .inheritance()
                .selectorLabels())
        .containsExactly("app", "release");
  }

  @Test
  void aSwitchMayStandAloneOrTellItsValue() {
    assertThat(parse("--no-cross-namespace-refs").flags.settings().crossNamespaceRefs()).isFalse();
    assertThat(parse("--no-cross-namespace-refs=true").flags.settings().crossNamespaceRefs())
        .isFalse();
    assertThat(parse("--no-cross-namespace-refs=false").flags.settings().crossNamespaceRefs())
        .isTrue();
  }

  @Test
  void aSwitchDoesNotTakeTheNameBehindIt() {
    var takeover = parse("--no-cross-namespace-refs", "web");

    assertThat(takeover.flags.settings().crossNamespaceRefs()).isFalse();
    assertThat(takeover.names).containsExactly("web");
  }

  private static Takeover parse(String... arguments) {
    var takeover = new Takeover();
    new CommandLine(takeover).parseArgs(arguments);
    return takeover;
  }
}
