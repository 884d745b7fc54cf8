package io.burgee.operator.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the completion script. The same one serves all shells: it finds out where it runs. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script that completes commands and options.",
    footer = {
      "%nFor this shell only:  source <(burgee completion bash)",
      "For every shell:      put that line into ~/.bashrc or ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells that the script works in; the names are what a user types. */
  enum Shell {
    bash,
    zsh
  }

  @Parameters(
      paramLabel = "SHELL",
      defaultValue = "bash",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private Shell shell = Shell.bash;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.println("# burgee's completion, here for " + shell);
    out.println(AutoComplete.bash("burgee", Commands.all()));
    out.flush();
    return 0;
  }
}
