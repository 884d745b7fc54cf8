package io.burgee.operator.e2e;

import io.burgee.testsupport.RealControlPlane;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many workloads of one pod each, with a Canary each, in several namespaces. */
record Fleet(KubernetesClient client, List<Storefront> ships) {
  private static final int PER_NAMESPACE = 20;

  static Fleet create(RealControlPlane plane, KubernetesClient client, int size) {
    var ships = new ArrayList<Storefront>();
    var namespace = "";
    for (int i = 0; i < size; i++) {
      if (i % PER_NAMESPACE == 0) {
        namespace = plane.newNamespace("fleet");
      }
      var ship = new Storefront(client, namespace, "shop-%03d".formatted(i));
      create(ship);
      ships.add(ship);
    }
    return new Fleet(client, List.copyOf(ships));
  }

  /** Returns how long it took from now until all of them were initialised. */
  Duration awaitInitialised() {
    var start = System.nanoTime();
    for (var ship : ships) {
      ship.awaitInitialised();
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Without an autoscaler, which would only keep the control plane busy. */
  private static void create(Storefront ship) {
    var target = Manifests.target(ship.namespace(), ship.name());
    for (var object : load(ship, target)) {
      if (object instanceof Deployment) {
        ship.client().resource(object).create();
      }
    }
    var canary = Manifests.canary(ship.namespace(), ship.name());
    for (var object : load(ship, canary.replaceAll("(?m)^  autoscalerRef:\\n(    .*\\n)+", ""))) {
      ship.client().resource(object).create();
    }
  }

  private static List<HasMetadata> load(Storefront ship, String yaml) {
    var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    return ship.client().load(in).items();
  }
}
