package io.burgee.sandbox.traffic;

import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.promql.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Istio's proxies and an instrumented application count about requests and connections. */
final class MeshMetrics {
  private static final List<String> MILLIS =
      List.of(
          "0.5", "1", "5", "10", "25", "50", "100", "250", "500", "1000", "2500", "5000", "10000",
          "30000", "60000", "300000", "600000", "1800000", "3600000", "+Inf");
  private static final List<String> SECONDS =
      List.of(
          "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf");

  /** A histogram's series, made once: there are many requests. */
  private record Histogram(Key owner, List<Labels> buckets, Labels sum, List<Labels> counts) {}

  private final SeriesStore store;
  private final Map<List<String>, Histogram> known = new HashMap<>();

  MeshMetrics(SeriesStore store) {
    this.store = store;
  }

  void record(Backend backend, String host, int code, double millis) {
    var mesh =
        known.computeIfAbsent(
            List.of("mesh", backend.namespace(), backend.workload(), host, "" + code),
            _ -> mesh(backend, host, code));
    observe(mesh, MILLIS, millis);
    var application =
        known.computeIfAbsent(
            List.of("application", backend.namespace(), backend.pod(), "" + code),
            _ -> application(backend, code));
    observe(application, SECONDS, millis / 1000);
  }

  /** A connection, opened and closed at once; {@code reset} by the pod or as it should be. */
  void recordConnection(Backend backend, String host, boolean reset) {
    var labels = new HashMap<>(labels(backend, host));
    labels.put("request_protocol", "tcp");
    labels.put("response_flags", "-");
    var owner = new Key(backend.namespace(), backend.workload());
    store.add(owner, Labels.of("istio_tcp_connections_opened_total", labels), 1);
    labels.put("response_flags", reset ? "UC" : "-");
    store.add(owner, Labels.of("istio_tcp_connections_closed_total", labels), 1);
  }

  private void observe(Histogram histogram, List<String> bounds, double value) {
    for (int i = 0; i < bounds.size(); i++) {
      boolean within = bounds.get(i).equals("+Inf") || value <= Double.parseDouble(bounds.get(i));
      store.add(histogram.owner(), histogram.buckets().get(i), within ? 1 : 0);
    }
    store.add(histogram.owner(), histogram.sum(), value);
    histogram.counts().forEach(count -> store.add(histogram.owner(), count, 1));
  }

  private static Map<String, String> labels(Backend backend, String host) {
    return Map.of(
        "reporter", "destination",
        "destination_workload", backend.workload(),
        "destination_workload_namespace", backend.namespace(),
        "destination_service_name", host,
        "destination_service_namespace", backend.namespace());
  }

  private static Histogram mesh(Backend backend, String host, int code) {
    var labels = new HashMap<>(labels(backend, host));
    labels.put("request_protocol", "http");
    labels.put("response_code", Integer.toString(code));
    var owner = new Key(backend.namespace(), backend.workload());
    return histogram(
        owner,
        "istio_request_duration_milliseconds",
        labels,
        MILLIS,
        List.of("istio_requests_total"));
  }

  private static Histogram application(Backend backend, int code) {
    var labels =
        Map.of(
            "kubernetes_namespace", backend.namespace(),
            "kubernetes_pod_name", backend.pod(),
            "status", Integer.toString(code));
    var owner = new Key(backend.namespace(), backend.pod());
    return histogram(owner, "http_request_duration_seconds", labels, SECONDS, List.of());
  }

  private static Histogram histogram(
      Key owner,
      String metric,
      Map<String, String> labels,
      List<String> bounds,
      List<String> counters) {
    var buckets = new ArrayList<Labels>();
    for (var bound : bounds) {
      buckets.add(Labels.of(metric + "_bucket", labels).with("le", bound));
    }
    var counts = new ArrayList<Labels>();
    counts.add(Labels.of(metric + "_count", labels));
    counters.forEach(counter -> counts.add(Labels.of(counter, labels)));
    return new Histogram(owner, buckets, Labels.of(metric + "_sum", labels), counts);
  }
}
