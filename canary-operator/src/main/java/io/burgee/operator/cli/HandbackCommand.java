package io.burgee.operator.cli;

import io.burgee.kube.Transient;
import io.burgee.operator.canary.Handback;
import io.burgee.operator.view.Columns;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes Canaries Flagger's again. */
@Command(
    name = "handback",
    mixinStandardHelpOptions = true,
    description = "Makes canaries at rest Flagger's again.",
    footer = "%nStop Burgee before, start Flagger after. Exit code 1 if any was refused.")
final class HandbackCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which canaries.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All canaries of the namespace.")
  private boolean all;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(
      names = "--leader-election-namespace",
      paramLabel = "NAME",
      description = "Where the operator's lease is; default: ${DEFAULT-VALUE}.")
  private String leaseNamespace = "kube-system";

  @Mixin private CanaryFlags flags = new CanaryFlags();
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    if (all != names.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Which canaries? Name them, or --all.");
    }
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    try (var client = cluster.connect()) {
      var handback = new Handback(client, flags.settings(), Clock.systemUTC());
      var running = handback.stillRunning(leaseNamespace);
      if (running.isPresent() && !dryRun) {
        err.println("Burgee still runs, and would take them over again: " + running.get());
        return 1;
      }
      var rows = handback.run(cluster.namespace(client), names, dryRun);
      var table = new Columns("NAMESPACE", "NAME", dryRun ? "WOULD BE DONE" : "DONE");
      rows.forEach(
          row ->
              table.row(
                  row.namespace(),
                  row.name(),
                  row.refused().isEmpty() ? row.done() : "REFUSED: " + row.refused()));
      table.lines().forEach(out::println);
      return rows.stream().allMatch(row -> row.refused().isEmpty()) ? 0 : 1;
    } catch (KubernetesClientException | Transient e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
