package io.burgee.operator.canary;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Deployments that look as if they ran a controller: two must not work on the same Canaries. */
final class Controllers {
  private Controllers() {}

  /** Those with pods whose image, or command, is called that; as {@code NAMESPACE/NAME}. */
  static List<String> running(KubernetesClient client, String program) {
    return client.apps().deployments().inAnyNamespace().list().getItems().stream()
        .filter(d -> !Objects.equals(d.getSpec().getReplicas(), 0))
        .filter(d -> containers(d).anyMatch(c -> runs(c, program)))
        .map(d -> d.getMetadata().getNamespace() + "/" + d.getMetadata().getName())
        .sorted()
        .toList();
  }

  private static Stream<Container> containers(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().stream();
  }

  private static boolean runs(Container container, String program) {
    var image = Objects.requireNonNullElse(container.getImage(), "");
    var name = last(image).split("[:@]", 2)[0];
    var command = Objects.requireNonNullElse(container.getCommand(), List.<String>of());
    return name.equals(program) || command.stream().limit(1).anyMatch(c -> last(c).equals(program));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
