package io.burgee.operator.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What users and other tools write. */
final class Manifests {
  static final String OTHER_MANAGER = "delivery-tool";

  private Manifests() {}

  /** A Deployment and its autoscaler. */
  static String target(String namespace, String name) {
    return filled("target.yaml", namespace, name);
  }

  static String canary(String namespace, String name) {
    return filled("canary.yaml", namespace, name);
  }

  /** The Service that a team had before it had a Canary. */
  static String service(String namespace, String name) {
    return """
        apiVersion: v1
        kind: Service
        metadata:
          name: %2$s
          namespace: %1$s
          labels: {team: web}
        spec:
          selector: {app: %2$s}
          ports: [{name: http, port: 80, targetPort: 8080}]
        """
        .formatted(namespace, name);
  }

  /** A VirtualService that a team keeps by itself. */
  static String route(String namespace, String name) {
    return """
        apiVersion: networking.istio.io/v1beta1
        kind: VirtualService
        metadata:
          name: %2$s
          namespace: %1$s
        spec:
          hosts: [%2$s]
          http: [{route: [{destination: {host: somewhere-else}}]}]
        """
        .formatted(namespace, name);
  }

  private static String filled(String file, String namespace, String name) {
    try (var in = Manifests.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${namespace}", namespace)
          .replace("${name}", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
