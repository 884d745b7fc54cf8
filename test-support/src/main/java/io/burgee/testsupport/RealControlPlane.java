package io.burgee.testsupport;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A genuine Kubernetes API server with its controllers. Pods are simulated: they are Ready as soon
 * as they are scheduled, unless their template has the annotation {@link #HOLD}, and nothing
 * answers on their addresses or on those of Services.
 */
public sealed interface RealControlPlane extends AutoCloseable
    permits LocalControlPlane, ExternalCluster {

  /** A pod with this annotation, whatever its value, never becomes Ready. */
  String HOLD = "sandbox.burgee.io/hold";

  /** Where a control plane would come from. Starts and builds nothing. */
  static Availability find() {
    return Locator.ofThisMachine().locate(GoModule.bundled());
  }

  /**
   * Blocks until it can be used: a few seconds, or minutes where it has to be built first.
   *
   * @throws IllegalStateException if there is none, or it does not start; says why
   */
  static RealControlPlane start(Options options) {
    return switch (find()) {
      case Availability.Existing(var kubeconfig) -> ExternalCluster.connect(kubeconfig, options);
      case Availability.Cached(var binary) -> LocalControlPlane.start(binary, options);
      case Availability.Buildable(var go, var binary) ->
          LocalControlPlane.start(new BinaryBuild(GoModule.bundled(), go, binary).run(), options);
      case Availability.Unavailable(var reason) -> throw new IllegalStateException(reason);
    };
  }

  URI server();

  /** PEM; empty if the cluster that we were given is trusted in another way. */
  Optional<Path> caCertificate();

  Path kubeconfig(User user);

  /** As the API server knows them, so what its audit log and its denials say. */
  String userName(User user);

  /** Empty if it is off, or out of reach in a cluster that we did not start. */
  Optional<AuditLog> auditLog();

  /** Empty for a cluster that we did not start. */
  List<ProcessFigures> processes();

  /** Ends after two minutes at most. */
  CommandResult kubectl(User user, String... arguments);

  /** To be completed and run by a test that reads the output while it comes, as of {@code -w}. */
  List<String> kubectlCommand(User user);

  @Override
  void close();

  /** As {@link User#ADMIN}. */
  default CommandResult kubectl(String... arguments) {
    return kubectl(User.ADMIN, arguments);
  }

  /** A new client, which the caller closes. */
  default KubernetesClient client(User user) {
    var config = Config.fromKubeconfig(kubeconfig(user).toFile());
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** The name of a new namespace that no other test knows. */
  default String newNamespace(String prefix) {
    try (var client = client(User.ADMIN)) {
      return Manifests.newNamespace(client, prefix);
    }
  }

  /** Applies all documents; returns when the custom resources defined there are served. */
  default void install(String yaml) {
    try (var client = client(User.ADMIN)) {
      Manifests.install(client, yaml);
    }
  }

  /** The custom resources of Istio that Burgee writes, with schemas that accept everything. */
  default void installIstio() {
    install(Resources.text("istio-crds.yaml"));
  }
}
