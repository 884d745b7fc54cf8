package io.burgee.metrics;

import io.burgee.core.CheckResult;
import io.burgee.core.Phase;
import io.burgee.core.Weight;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.SimpleCollector;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reference's series, so that its dashboards and alerts go on working. Thread-safe. */
public final class Exporter {
  private static final double MILLISECONDS_PER_SECOND = 1000;

  /** The reference's library has fewer by default than ours. */
  private static final double[] BUCKETS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

  private final Gauge info;
  private final Gauge total;
  private final Gauge status;
  private final Gauge weight;
  private final Gauge analysis;
  private final Histogram duration;
  private final Counter successes;
  private final Counter failures;
  private final Map<Subject, Set<Labelled>> known = new HashMap<>();

  public Exporter(CollectorRegistry registry) {
    info = gauge("flagger_info", "Version and mesh provider", "version", "mesh_provider");
    total = gauge("flagger_canary_total", "Canaries in the namespace", "namespace");
    status =
        gauge(
            "flagger_canary_status",
            "0 while a release runs, 2 if the last one failed, else 1",
            "name",
            "namespace");
    weight = gauge("flagger_canary_weight", "Percent of requests", "workload", "namespace");
    analysis =
        gauge(
            "flagger_canary_metric_analysis",
            "Last value of a check",
            "name",
            "namespace",
            "metric");
    duration =
        Histogram.build("flagger_canary_duration_seconds", "Time that one reconcile took")
            .labelNames("name", "namespace")
            .buckets(BUCKETS)
            .create();
    successes = runs("flagger_canary_successes", "Releases that were promoted");
    failures = runs("flagger_canary_failures", "Releases that were rolled back");
    List.of(info, total, status, weight, analysis, duration, successes, failures)
        .forEach(registry::register);
  }

  /** What runs here; replaces what was said before. */
  public synchronized void running(String version, String meshProvider) {
    info.clear();
    info.labels(version, meshProvider).set(1);
  }

  /** What the Canary's status says. Makes it known, if it wasn't. */
  public synchronized void observe(Subject subject, Phase phase, Weight canary) {
    known.computeIfAbsent(subject, _ -> new HashSet<>());
    count(subject.namespace());
    var namespace = subject.namespace();
    child(subject, status, subject.target(), namespace).set(value(phase));
    child(subject, weight, subject.target() + "-primary", namespace).set(canary.rest().percent());
    child(subject, weight, subject.target(), namespace).set(canary.percent());
  }

  /** All checks of one interval; one without a value keeps the one it had. */
  public synchronized void checked(Subject subject, List<CheckResult> checks) {
    for (var check : checks) {
      check
          .value()
          .ifPresent(
              value ->
                  child(subject, analysis, subject.target(), subject.namespace(), check.name())
                      .set(inBaseUnit(check.name(), value)));
    }
  }

  /** How long one reconcile of the Canary took. */
  public synchronized void reconciled(Subject subject, Duration took) {
    child(subject, duration, subject.target(), subject.namespace())
        .observe(took.toNanos() / (double) Duration.ofSeconds(1).toNanos());
  }

  /** A release ended with promotion. */
  public synchronized void succeeded(Subject subject, String strategy, boolean skipped) {
    ended(subject, successes, strategy, skipped);
  }

  /** A release ended with rollback. */
  public synchronized void failed(Subject subject, String strategy, boolean skipped) {
    ended(subject, failures, strategy, skipped);
  }

  /** The Canary is gone, and its series with it. */
  public synchronized void remove(Subject subject) {
    var series = known.remove(subject);
    if (series != null) {
      series.forEach(Labelled::remove);
      count(subject.namespace());
    }
  }

  private void ended(Subject subject, Counter counter, String strategy, boolean skipped) {
    var status = skipped ? "skipped" : "completed";
    child(subject, counter, subject.target(), subject.namespace(), strategy, status).inc();
  }

  /** Zero says more than a series that ends: it stays for the namespace. */
  private void count(String namespace) {
    double canaries =
        known.keySet().stream().filter(one -> one.namespace().equals(namespace)).count();
    total.labels(namespace).set(canaries);
  }

  private <C> C child(Subject subject, SimpleCollector<C> collector, String... labels) {
    known
        .computeIfAbsent(subject, _ -> new HashSet<>())
        .add(new Labelled(collector, List.of(labels)));
    return collector.labels(labels);
  }

  private static int value(Phase phase) {
    return switch (phase) {
      case PROGRESSING -> 0;
      case FAILED -> 2;
      case INITIALIZING,
          INITIALIZED,
          WAITING,
          WAITING_PROMOTION,
          PROMOTING,
          FINALISING,
          SUCCEEDED,
          TERMINATING ->
          1;
    };
  }

  private static double inBaseUnit(String metric, double value) {
    return metric.equals(Measure.DURATION.metric()) ? value / MILLISECONDS_PER_SECOND : value;
  }

  private static Gauge gauge(String name, String help, String... labels) {
    return Gauge.build(name, help).labelNames(labels).create();
  }

  private static Counter runs(String name, String help) {
    return Counter.build(name, help)
        .labelNames("name", "namespace", "deployment_strategy", "analysis_status")
        .create();
  }

  /**
   * Whose series.
   *
   * @param canary the Canary's name
   * @param target the workload's name, which the reference has in its label {@code name}
   */
  public record Subject(String namespace, String canary, String target) {}

  private record Labelled(SimpleCollector<?> collector, List<String> labels) {
    void remove() {
      collector.remove(labels.toArray(String[]::new));
    }
  }
}
