package io.burgee.operator.cli;

import io.burgee.kube.Clients;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where commands find the objects that they are about. */
final class ClusterOptions {
  @Option(names = "--kubeconfig", paramLabel = "FILE", description = "How to reach the cluster.")
  private @Nullable Path kubeconfig;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "Default: the kubeconfig's.")
  private @Nullable String namespace;

  KubernetesClient connect() {
    return Clients.connect(Optional.ofNullable(kubeconfig), Version.number());
  }

  String namespace(KubernetesClient client) {
    return namespace != null
        ? namespace
        : Objects.requireNonNullElse(client.getNamespace(), "default");
  }
}
