package io.burgee.operator.cli;

import io.burgee.api.Crds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the definitions of Burgee's resources, as {@code kubectl apply -f -} takes them. */
@Command(
    name = "crds",
    mixinStandardHelpOptions = true,
    description = "Prints the custom resource definitions.",
    footer = "%nburgee crds | kubectl apply --server-side -f -")
final class CrdsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    out.print(Crds.yaml());
    out.flush();
  }
}
