package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.cluster.Fields;
import java.time.Duration;

/** A ready pod and how it behaves, which its template's annotations say. */
record Backend(String namespace, String pod, String workload, double errorRate, Duration latency) {
  static final String ERROR_RATE = "sandbox.burgee.io/error-rate";
  static final String LATENCY = "sandbox.burgee.io/latency-ms";

  private static final double DEFAULT_LATENCY_MILLIS = 20;

  static Backend of(JsonNode pod) {
    double millis = number(Fields.annotation(pod, LATENCY), DEFAULT_LATENCY_MILLIS);
    return new Backend(
        Fields.namespace(pod),
        Fields.name(pod),
        workload(pod),
        number(Fields.annotation(pod, ERROR_RATE), 0),
        Duration.ofNanos((long) (millis * 1e6)));
  }

  /** The Deployment or DaemonSet behind a pod, or the pod's own name. */
  static String workload(JsonNode pod) {
    var owner = Fields.controller(pod).map(ref -> ref.path("name").asText());
    var hash = Fields.labels(pod).getOrDefault("pod-template-hash", "");
    return owner
        .map(name -> hash.isEmpty() ? name : name.replaceFirst("-" + hash + "$", ""))
        .orElseGet(() -> Fields.name(pod));
  }

  /** A user may write anything there: what is no number counts as not said. */
  private static double number(String text, double otherwise) {
    try {
      return text.isEmpty() ? otherwise : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
