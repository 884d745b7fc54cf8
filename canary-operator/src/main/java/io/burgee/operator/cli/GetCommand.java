package io.burgee.operator.cli;

import io.burgee.api.Canary;
import io.burgee.operator.view.CanaryTable;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists Canaries with what kubectl's columns can't show. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    description = "Lists canaries: phase, weight, next check and why.")
final class GetCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "One canary; default: all.")
  private @Nullable String name;

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "In every namespace.")
  private boolean everywhere;

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    try (var client = cluster.connect()) {
      var found = find(client);
      if (found.isEmpty()) {
        err.println(name == null ? "No canaries found." : "No canary " + name + " found.");
        return name == null ? 0 : 1;
      }
      CanaryTable.of(found, everywhere, Instant.now()).forEach(out::println);
      return 0;
    } catch (KubernetesClientException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private List<Canary> find(KubernetesClient client) {
    var canaries = client.resources(Canary.class);
    if (everywhere) {
      return canaries.inAnyNamespace().list().getItems().stream()
          .filter(canary -> name == null || name.equals(canary.getMetadata().getName()))
          .toList();
    }
    var here = canaries.inNamespace(cluster.namespace(client));
    return name == null
        ? here.list().getItems()
        : Optional.ofNullable(here.withName(name).get()).stream().toList();
  }
}
