package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Caches;
import io.burgee.kube.Kind;
import io.burgee.kube.Transient;
import io.burgee.kube.WriteLog;
import io.burgee.mesh.Routers;
import io.burgee.operator.workload.Adoption;
import io.burgee.operator.workload.Configs;
import io.burgee.operator.workload.DeploymentWorkload;
import io.burgee.operator.workload.Identity;
import io.burgee.operator.workload.Preview;
import io.burgee.operator.workload.PrimaryScaler;
import io.burgee.operator.workload.Services;
import io.burgee.operator.workload.Snapshots;
import io.burgee.operator.workload.Targets;
import io.burgee.operator.workload.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What of the operator looks at Canaries, for commands that come to an end. */
final class Inspection implements AutoCloseable {
  static final Kind<Canary> CANARIES = Kind.of(Canary.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  final Caches caches;
  final Cache<Canary> canaries;
  final Applier applier;
  final ReleaseReader releases;
  final Predecessor predecessor;
  final Succession succession;
  final Snapshots snapshots;
  private final RouteObjects routes;

  Inspection(KubernetesClient client, Settings settings, Optional<String> namespace, WriteLog log) {
    var json = client.getKubernetesSerialization();
    caches = new Caches(client, namespace);
    applier = new Applier(client, caches, log);
    canaries = caches.of(CANARIES);
    caches.of(PrimaryScaler.KIND);
    var workload =
        new DeploymentWorkload(caches.of(DeploymentWorkload.KIND), settings.inheritance(), json);
    var configs =
        new Configs(
            caches.of(Caches.CONFIG_MAPS), caches.of(Caches.SECRETS), settings.configTracking());
    snapshots = new Snapshots(caches.of(Snapshots.KIND), applier, json);
    routes = new RouteObjects(caches, name -> {});
    releases =
        new ReleaseReader(
            settings,
            Map.<String, Workload>of(workload.kind(), workload),
            new Routers(caches::serves));
    predecessor = new Predecessor(CANARIES, applier, routes, settings.speed());
    succession =
        new Succession(
            predecessor,
            new Adoption(configs, settings.inheritance(), json),
            snapshots,
            new Observer(
                new Targets(configs, json, new Preview(applier)),
                snapshots,
                new Services(caches.of(Services.KIND)),
                routes));
  }

  /** Blocks until everything can be read, but not for ever. */
  void fill() throws InterruptedException {
    caches.start(PATIENCE);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!knowsWhatIsServed()) {
      if (System.nanoTime() > end) {
        throw new Transient("the cluster does not say which kinds it serves");
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private boolean knowsWhatIsServed() {
    try {
      return caches.serves(Identity.API_VERSION);
    } catch (Transient e) {
      return false; // its list is on its way
    }
  }

  /** The release, with all that it is made of readable. */
  Release read(Canary canary) throws Invalid, InterruptedException {
    var release = releases.read(canary);
    release.router().reads(release.route()).forEach(routes::kind);
    caches.start(PATIENCE);
    return release;
  }

  @Override
  public void close() {
    caches.close();
  }
}
