package io.burgee.operator.e2e;

import io.burgee.testsupport.FakePrometheus;
import io.burgee.testsupport.PrometheusReply;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.regex.Pattern;

/**
 * What Istio's telemetry would say of the version that a query's workload runs now: one whose tag
 * has "bad" in it fails one request in ten.
 */
final class LiveMetrics implements AutoCloseable {
  private static final Pattern WORKLOAD =
      Pattern.compile(
          "destination_workload_namespace=\"([^\"]+)\",\\s*destination_workload=~\"([^\"]+)\"");

  private final FakePrometheus prometheus = FakePrometheus.start();
  private final KubernetesClient client;

  LiveMetrics(KubernetesClient client) {
    this.client = client;
    prometheus.reply(this::reply);
  }

  String address() {
    return prometheus.address();
  }

  int questions() {
    return prometheus.requests().size();
  }

  private PrometheusReply reply(String query) {
    var workload = WORKLOAD.matcher(query);
    if (!workload.find()) {
      return PrometheusReply.noSeries();
    }
    var bad = image(workload.group(1), workload.group(2)).contains("bad");
    if (query.contains("histogram_quantile")) {
      return PrometheusReply.value(bad ? 120 : 45);
    }
    if (query.contains("increase(")) {
      return PrometheusReply.value(600);
    }
    return PrometheusReply.value(bad ? 90 : 100);
  }

  private String image(String namespace, String name) {
    var live = client.apps().deployments().inNamespace(namespace).withName(name).require();
    return live.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage();
  }

  @Override
  public void close() {
    prometheus.close();
  }
}
