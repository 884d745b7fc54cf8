package io.burgee.operator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code burgee} itself: says which commands there are. */
@Command(
    name = "burgee",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Releases new versions of a workload step by step, and takes back the bad ones.",
    commandListHeading = "%nCommands:%n",
    footer = "%nburgee COMMAND --help says more about one of them.")
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
