package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void helpNamesEveryCommandButTheHiddenOnes() {
    assertThat(execute("--help")).isZero();
    var help = out.toString();
    Commands.all()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              boolean hidden = command.getCommandSpec().usageMessage().hidden();
              assertThat(help.contains("\n  " + name + " ")).as(name).isEqualTo(!hidden);
            });
  }

  @Test
  void aCommandIsLoadedAlone() {
    assertThat(Commands.lineFor("completion", "zsh").getSubcommands())
        .containsOnlyKeys("completion");
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(execute("complete")).isEqualTo(2);
    assertThat(errors.toString()).contains("'complete'").contains("burgee completion");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(execute()).isEqualTo(2);
    assertThat(errors.toString()).startsWith("Which command?");
  }

  @Test
  void theVersionSaysOnWhichJvm() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString()).startsWith("burgee ").contains(Runtime.version().toString());
  }

  @Test
  void theCompletionScriptKnowsTheCommands() {
    assertThat(execute("completion", "zsh")).isZero();
    assertThat(out.toString()).contains("bashcompinit").contains("completion");
  }

  @Test
  void theDefinitionsOfAllResourcesArePrinted() {
    assertThat(execute("crds")).isZero();
    assertThat(out.toString())
        .contains("name: canaries.flagger.app")
        .contains("name: metrictemplates.flagger.app")
        .contains("name: alertproviders.flagger.app");
  }

  @Test
  void warmingUpSaysNothing() {
    assertThat(execute("warm-up")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(errors.toString()).isEmpty();
  }

  private int execute(String... arguments) {
    return Commands.lineFor(arguments)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
