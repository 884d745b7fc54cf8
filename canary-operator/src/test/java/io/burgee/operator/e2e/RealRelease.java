package io.burgee.operator.e2e;

import io.burgee.api.Crds;
import io.burgee.testsupport.ApiRequests;
import io.burgee.testsupport.Options;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A real control plane with Istio's and our custom resources, metrics, and a running operator that
 * has the rights of deploy/rbac.yaml and no others.
 */
final class RealRelease implements AutoCloseable {
  /** Divides the Canaries' durations: an interval takes one second. */
  private static final String SPEED = "--speed=10";

  private final RealControlPlane plane;
  private final KubernetesClient client;
  private final LiveMetrics metrics;
  private final RunningOperator operator;

  private RealRelease(RealControlPlane plane, Path folder) {
    this.plane = plane;
    plane.installIstio();
    plane.install(Crds.yaml());
    client = plane.client(User.ADMIN);
    metrics = new LiveMetrics(client);
    operator =
        RunningOperator.start(
            plane,
            folder.resolve("operator.log"),
            List.of("--metrics-server=" + metrics.address(), SPEED));
  }

  static RealRelease start(Path folder) {
    var plane = RealControlPlane.start(Options.defaults().withOperatorRole(Roles.FILE));
    return new RealRelease(plane, folder);
  }

  /** A workload whose Canary is initialised, in a namespace of its own. */
  Storefront initialised(String name) {
    var shop = storefront(newNamespace(name), name);
    shop.createTarget();
    shop.createCanary();
    shop.awaitInitialised();
    return shop;
  }

  Storefront storefront(String namespace, String name) {
    return new Storefront(client, namespace, name);
  }

  String newNamespace(String prefix) {
    return plane.newNamespace(prefix);
  }

  /** All requests of the operator. */
  ApiRequests requests() {
    return plane.auditLog().orElseThrow().requests(plane.userName(User.OPERATOR));
  }

  /** The names of the objects of that kind, without the workload's name that each starts with. */
  List<String> list(Storefront shop, String kind) {
    return kubectl("get", kind, "-n", shop.namespace(), "-o", "name")
        .lines()
        .map(line -> line.substring(line.indexOf('/') + 1))
        .map(name -> name.substring(shop.name().length()))
        .sorted()
        .toList();
  }

  List<Event> events(Storefront shop) {
    return client
        .v1()
        .events()
        .inNamespace(shop.namespace())
        .withField("involvedObject.uid", shop.canary().getMetadata().getUid())
        .list()
        .getItems();
  }

  String kubectl(String... arguments) {
    return plane.kubectl(arguments).output();
  }

  /** Server-side apply by another manager. */
  void applyAs(User user, String yaml) {
    try (var other = plane.client(user)) {
      var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
      for (var object : other.load(in).items()) {
        other.resource(object).fieldManager(Manifests.OTHER_MANAGER).serverSideApply();
      }
    }
  }

  @Override
  public void close() {
    operator.close();
    metrics.close();
    client.close();
    plane.close();
  }
}
