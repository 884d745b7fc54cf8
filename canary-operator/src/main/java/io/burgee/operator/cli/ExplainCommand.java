package io.burgee.operator.cli;

import io.burgee.api.Canary;
import io.burgee.operator.view.Explanation;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of one Canary where it is, why, and what it waits for. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says why a canary is where it is, and what it waits for until when.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The canary.")
  private String name = "";

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    try (var client = cluster.connect()) {
      var namespace = cluster.namespace(client);
      var canary = client.resources(Canary.class).inNamespace(namespace).withName(name).get();
      if (canary == null) {
        err.println("No canary " + name + " in namespace " + namespace + ".");
        return 1;
      }
      var events =
          client
              .v1()
              .events()
              .inNamespace(namespace)
              .withField("involvedObject.uid", canary.getMetadata().getUid())
              .list()
              .getItems();
      Explanation.of(canary, events, Instant.now()).forEach(out::println);
      return 0;
    } catch (KubernetesClientException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
