package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.api.MetricTemplate;
import io.burgee.kube.Applier;
import io.burgee.kube.Backoff;
import io.burgee.kube.Cache;
import io.burgee.kube.Caches;
import io.burgee.kube.EventRecorder;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.ReconcileQueue;
import io.burgee.kube.StatusWriter;
import io.burgee.kube.WriteLog;
import io.burgee.mesh.Routers;
import io.burgee.metrics.Exporter;
import io.burgee.metrics.Sources;
import io.burgee.operator.hooks.EventHooks;
import io.burgee.operator.hooks.HookAnswers;
import io.burgee.operator.hooks.HookClient;
import io.burgee.operator.workload.Adoption;
import io.burgee.operator.workload.ConfigCopies;
import io.burgee.operator.workload.Configs;
import io.burgee.operator.workload.DeploymentWorkload;
import io.burgee.operator.workload.Preview;
import io.burgee.operator.workload.PrimaryScaler;
import io.burgee.operator.workload.Services;
import io.burgee.operator.workload.Snapshots;
import io.burgee.operator.workload.Targets;
import io.burgee.operator.workload.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The canary operator, wired: caches, queue and reconciler of one process for one cluster. */
public final class Operator implements AutoCloseable {
  private static final Kind<Canary> CANARIES = Kind.of(Canary.class);
  private static final Kind<MetricTemplate> TEMPLATES = Kind.of(MetricTemplate.class);
  private static final int AT_ONCE = 32;
  private static final Duration CACHES_FILLED = Duration.ofMinutes(2);

  private final Caches caches;
  private final ReconcileQueue<NamespacedName> queue;
  private final List<Runnable> beside;

  /**
   * Made by {@link #of}.
   *
   * @param beside what ends after the queue, in that order
   */
  private Operator(Caches caches, ReconcileQueue<NamespacedName> queue, List<Runnable> beside) {
    this.caches = caches;
    this.queue = queue;
    this.beside = beside;
  }

  /**
   * What an operator works with.
   *
   * @param namespace the only one to look at; empty for all
   * @param log told about every write
   */
  public record Parts(
      KubernetesClient client,
      Settings settings,
      Optional<String> namespace,
      Exporter exporter,
      Clock clock,
      WriteLog log) {}

  /** Wires everything; nothing is read or written before {@link #fill}. */
  public static Operator of(Parts parts) {
    var client = parts.client();
    var json = client.getKubernetesSerialization();
    var settings = parts.settings();
    var clock = parts.clock();
    var caches = new Caches(client, parts.namespace());
    var applier = new Applier(client, caches, parts.log());
    var canaries = caches.of(CANARIES);
    var deployments = caches.of(DeploymentWorkload.KIND);
    var maps = caches.of(Caches.CONFIG_MAPS);
    var secrets = caches.of(Caches.SECRETS);
    var scalers = caches.of(PrimaryScaler.KIND);
    var servicesCache = caches.of(Services.KIND);
    var revisions = caches.of(Snapshots.KIND);
    var templates = caches.of(TEMPLATES);

    var configs = new Configs(maps, secrets, settings.configTracking());
    var snapshots = new Snapshots(revisions, applier, json);
    var services = new Services(servicesCache);
    var workloads =
        List.<Workload>of(new DeploymentWorkload(deployments, settings.inheritance(), json))
            .stream()
            .collect(Collectors.toMap(Workload::kind, workload -> workload));
    var wiring = new Wiring();
    var wakes = new Wakes(canaries, deployments, key -> wiring.queue().wake(key));
    var routes = new RouteObjects(caches, wakes::objectChanged);
    var specs =
        new Specs(new ReleaseReader(settings, workloads, new Routers(caches::serves)), json);
    var targets = new Targets(configs, json, new Preview(applier));
    var recorder = new Recorder(new StatusWriter<>(client, canaries, parts.log()), specs, json);
    var hooks = new HookClient();
    Consumer<NamespacedName> wake = key -> wiring.queue().wake(key);
    var eventHooks = new EventHooks(hooks, settings.eventWebhook(), wake, clock);
    var inquiries = new Inquiries(wake, clock);
    var outbox = new Outbox(new EventRecorder(client, parts.log(), "burgee", ""), eventHooks);
    var converger =
        new Converger(
            applier,
            snapshots,
            services,
            new ConfigCopies(configs, settings.inheritance()),
            new PrimaryScaler(scalers, json));
    var observer = new Observer(targets, snapshots, services, routes);
    var series = new Series(parts.exporter());
    var reconciler =
        new CanaryReconciler(
            canaries,
            specs,
            new Finalizer(applier),
            new Deliberation(
                observer,
                inquiries,
                new Respondents.Registry(
                    new Analyst(new Sources(), templates, applier, clock),
                    new HookAnswers(hooks),
                    series),
                clock),
            new Succession(
                new Predecessor(CANARIES, applier, routes, settings.speed()),
                new Adoption(configs, settings.inheritance(), json),
                snapshots,
                observer),
            new Journal(recorder, outbox, converger, specs, series, clock),
            recorder,
            outbox,
            converger,
            series,
            clock);
    var queue = new ReconcileQueue<>(reconciler, AT_ONCE, Backoff.standard(), clock);
    wiring.connect(queue);
    List.<Cache<?>>of(deployments, scalers, servicesCache).forEach(wakes::watch);
    List.<Cache<?>>of(maps, secrets).forEach(wakes::watchConfigs);
    caches.onServedChange(kind -> wakes.everything());
    return new Operator(caches, queue, List.of(inquiries::close, eventHooks::close, hooks::close));
  }

  /** Breaks the circle between what wakes the queue and what the queue runs. */
  private static final class Wiring {
    private @org.jspecify.annotations.Nullable ReconcileQueue<NamespacedName> queue;

    void connect(ReconcileQueue<NamespacedName> made) {
      queue = made;
    }

    ReconcileQueue<NamespacedName> queue() {
      return java.util.Objects.requireNonNull(queue);
    }
  }

  /** Fills the caches. Followers do so too, to be ready when they have to lead. */
  public void fill() throws InterruptedException {
    caches.start(CACHES_FILLED);
  }

  /** Starts to reconcile. */
  public void lead() {
    queue.start();
  }

  /** What can't be read yet; empty when all is well. */
  public Optional<String> problem() {
    var pending = caches.pending();
    return pending.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", pending));
  }

  /** How many things it holds in memory, by what they are. */
  Map<String, Integer> remembered() {
    var sizes = new TreeMap<>(caches.sizes());
    sizes.put("queue", queue.remembered());
    return sizes;
  }

  @Override
  public void close() {
    queue.close();
    beside.forEach(Runnable::run);
    caches.close();
  }
}
