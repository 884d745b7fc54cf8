package io.burgee.operator.cli;

import io.burgee.operator.process.Logging;
import io.burgee.operator.sandbox.Sandbox;
import io.burgee.operator.sandbox.Scenario;
import io.burgee.operator.sandbox.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A cluster to try it on: nothing but this process. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "Shows releases, good and bad, on a simulated cluster in this process.",
    footer = "%nExits with 0 if every version ended as it should.")
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Scenario scenario = Scenario.both;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many times as fast time passes; default: ${DEFAULT-VALUE}.")
  private double speed = 10;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Of the API server, on loopback; default: any free one.")
  private int port;

  @Option(names = "--keep", description = "Goes on after the scenario, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--only-cluster",
      description = "The cluster and its traffic without an operator, until Ctrl-C.")
  private boolean onlyCluster;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(speed > 0)) {
      throw new ParameterException(spec.commandLine(), "--speed must be above 0, not " + speed);
    }
    var out = spec.commandLine().getOut();
    var options = new Sandbox.Options(port, speed, scenario, keep, onlyCluster);
    var screen = Screen.of(out, System.getenv());
    if (screen.live()) {
      Logging.set("error", false); // a line in between would tear the picture
    }
    return Sandbox.run(options, screen) ? 0 : 1;
  }
}
