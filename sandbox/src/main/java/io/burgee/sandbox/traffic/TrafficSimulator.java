package io.burgee.sandbox.traffic;

import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import io.burgee.sandbox.promql.Evaluator;
import io.burgee.sandbox.promql.SeriesSource;
import io.burgee.sandbox.promql.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users who send requests to every host that has a Service, along the live routes. No request is
 * really sent: they are counted. Equal seeds give equal traffic.
 */
public final class TrafficSimulator implements AutoCloseable {
  /**
   * How much traffic there is.
   *
   * @param requestsPerSecond of simulated time, for each host
   * @param insiders the share of users that A/B rules match, 0 to 1
   */
  public record Load(double requestsPerSecond, double insiders) {
    public static final Load USUAL = new Load(100, 0.2);
  }

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration SAMPLE = Duration.ofSeconds(1);

  /** After a pause of the whole process no more than this is made up for. */
  private static final Duration CATCH_UP = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final SimulatedTime time;
  private final Load load;
  private final Random random;
  private final Clients clients;
  private final SeriesStore store = new SeriesStore();
  private final MeshMetrics metrics = new MeshMetrics(store);
  private final Map<Dropped, Long> dropped = new ConcurrentHashMap<>();
  private final List<Cluster.Watch> watches = new ArrayList<>();
  private @Nullable Topology topology;
  private Instant last;
  private Instant nextSample;
  private double owed;
  private volatile boolean closed;

  private TrafficSimulator(Cluster cluster, SimulatedTime time, Load load, long seed) {
    this.cluster = cluster;
    this.time = time;
    this.load = load;
    this.random = new Random(seed);
    this.clients = new Clients(random);
    this.last = time.now();
    this.nextSample = last;
  }

  public static TrafficSimulator start(Cluster cluster, SimulatedTime time, Load load, long seed) {
    var simulator = new TrafficSimulator(cluster, time, load, seed);
    for (var resource : List.of(Resource.PODS, Resource.SERVICES, Resource.VIRTUAL_SERVICES)) {
      simulator.watches.add(cluster.watch(resource, _ -> time.execute(simulator::forgetTopology)));
    }
    time.after(STEP, simulator::step);
    return simulator;
  }

  private void forgetTopology() {
    topology = null;
  }

  private void step() {
    if (closed) {
      return;
    }
    try {
      send(time.now());
    } finally {
      time.after(STEP, this::step);
    }
  }

  private void send(Instant now) {
    var live = topology == null ? Topology.of(cluster) : topology;
    topology = live;
    var passed = Duration.between(last, now);
    var counted = passed.compareTo(CATCH_UP) < 0 ? passed : CATCH_UP;
    last = now;
    owed += load.requestsPerSecond() * counted.toNanos() / 1e9;
    for (; owed >= 1; owed--) {
      live.apexes().forEach(apex -> request(live, apex));
    }
    if (!now.isBefore(nextSample)) {
      store.sample(now, live.workloads());
      nextSample = now.plus(SAMPLE);
    }
  }

  private void request(Topology live, Topology.Apex apex) {
    var insider = random.nextDouble() < load.insiders();
    if (!apex.routes().givesCookies()) {
      follow(live, apex, new User(insider, ""));
      return;
    }
    var now = time.now();
    var client = clients.next(apex.service());
    follow(live, apex, new User(insider, client.cookies(now)))
        .forEach(cookie -> client.take(cookie, now));
  }

  /** Sends one request along the routes; the cookies of its answer. */
  private List<String> follow(Topology live, Topology.Apex apex, User user) {
    var rule = apex.routes().rule(user);
    var destination = rule.flatMap(one -> one.pick(random));
    var host = destination.map(RouteTable.Destination::host).orElse("");
    if (destination.isEmpty() || !answer(live, apex, host)) {
      var drop = new Dropped(apex.service().namespace(), apex.service().name(), host);
      dropped.merge(drop, 1L, Long::sum);
      return List.of();
    }
    // Nobody waits for the answer to a copy, so one that finds no pod is no loss.
    rule.get().mirrors().stream()
        .filter(mirror -> random.nextDouble() < mirror.share())
        .forEach(mirror -> answer(live, apex, mirror.host()));
    return Stream.of(rule.get().cookie(), destination.get().cookie())
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  /** Whether there was a pod to answer. */
  private boolean answer(Topology live, Topology.Apex apex, String host) {
    var backends = live.backends(host, apex.service().namespace());
    if (backends.isEmpty()) {
      return false;
    }
    var backend = backends.get(random.nextInt(backends.size()));
    boolean failed = random.nextDouble() < backend.errorRate();
    if (apex.routes().tcp()) {
      metrics.recordConnection(backend, host, failed);
      return true;
    }
    double spread = 0.8 + 0.4 * random.nextDouble();
    double millis = backend.latency().toNanos() / 1e6 * spread;
    metrics.record(backend, host, failed ? 500 : 200, millis);
    return true;
  }

  /** What Prometheus would have scraped, in simulated time. */
  public SeriesSource series() {
    return store;
  }

  /** Requests that found no ready pod, since the start; none when the map is empty. */
  public Map<Dropped, Long> dropped() {
    return Map.copyOf(dropped);
  }

  /** How {@code target} and its primary did in the last {@code window} of simulated time. */
  public Snapshot snapshot(String namespace, String target, Duration window) {
    long drops =
        dropped.entrySet().stream()
            .filter(entry -> entry.getKey().namespace().equals(namespace))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Snapshot(
        side(namespace, target + "-primary", window), side(namespace, target, window), drops);
  }

  private Snapshot.Side side(String namespace, String workload, Duration window) {
    var labels =
        "reporter=\"destination\",destination_workload_namespace=\"%s\",destination_workload=\"%s\""
            .formatted(namespace, workload);
    var range = "[" + window.toMillis() + "ms]";
    var all = "sum(rate(istio_requests_total{" + labels + "}" + range + "))";
    var good =
        "sum(rate(istio_requests_total{" + labels + ",response_code!~\"5.*\"}" + range + "))";
    var p99 =
        "histogram_quantile(0.99, sum by (le) (rate(istio_request_duration_milliseconds_bucket{"
            + labels
            + "}"
            + range
            + ")))";
    var connections = "sum(rate(istio_tcp_connections_opened_total{" + labels + "}" + range + "))";
    return new Snapshot.Side(
        workload,
        ask(all).orElseGet(() -> ask(connections).orElse(0)),
        ask(good + " / " + all + " * 100"),
        ask(p99).stream().mapToObj(ms -> Duration.ofNanos((long) (ms * 1e6))).findFirst());
  }

  private OptionalDouble ask(String query) {
    if (Evaluator.query(query, store, time.now()) instanceof Value.Vector(var elements)) {
      return elements.stream()
          .mapToDouble(Value.Element::value)
          .filter(Double::isFinite)
          .findFirst();
    }
    return OptionalDouble.empty();
  }

  @Override
  public void close() {
    closed = true;
    watches.forEach(Cluster.Watch::close);
  }
}
