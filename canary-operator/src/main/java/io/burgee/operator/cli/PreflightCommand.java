package io.burgee.operator.cli;

import io.burgee.kube.Transient;
import io.burgee.operator.canary.Preflight;
import io.burgee.operator.view.Columns;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what taking over from Flagger would do, before anything is done. */
@Command(
    name = "preflight",
    mixinStandardHelpOptions = true,
    description = "Lists Flagger's canaries: what Burgee will do with each, and what it refuses.",
    footer = "%nReads only. Exit code 1 if anything is refused.")
final class PreflightCommand implements Callable<Integer> {
  enum Output {
    table,
    json
  }

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "In every namespace.")
  private boolean everywhere;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Output output = Output.table;

  @Mixin private CanaryFlags flags = new CanaryFlags();
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    var line = spec.commandLine();
    try (var client = cluster.connect()) {
      var namespace =
          everywhere ? Optional.<String>empty() : Optional.of(cluster.namespace(client));
      var report = new Preflight(client, flags.settings(), Clock.systemUTC()).report(namespace);
      if (output == Output.json) {
        line.getOut().println(json(client, report));
      } else {
        print(report, line.getOut());
      }
      return report.refuses() ? 1 : 0;
    } catch (KubernetesClientException | Transient e) {
      line.getErr().println(e.getMessage());
      return 1;
    }
  }

  private static String json(KubernetesClient client, Preflight.Report report) {
    return client.getKubernetesSerialization().asJson(report);
  }

  private static void print(Preflight.Report report, PrintWriter out) {
    report.problems().forEach(problem -> out.println("Refused: " + problem));
    report
        .flaggers()
        .forEach(name -> out.println("Flagger seems to run: scale Deployment " + name + " to 0"));
    if (report.canaries().isEmpty()) {
      out.println("No canaries found.");
      return;
    }
    var table = new Columns("NAMESPACE", "NAME", "PHASE", "WHAT WILL HAPPEN");
    for (var row : report.canaries()) {
      var text = row.refused().isEmpty() ? row.happens() : "REFUSED: " + row.refused();
      table.row(row.namespace(), row.name(), row.phase().isEmpty() ? "-" : row.phase(), text);
    }
    table.lines().forEach(out::println);
    report
        .canaries()
        .forEach(
            row ->
                row.warnings()
                    .forEach(
                        warning ->
                            out.println(
                                "Note: " + row.namespace() + "/" + row.name() + ": " + warning)));
  }
}
