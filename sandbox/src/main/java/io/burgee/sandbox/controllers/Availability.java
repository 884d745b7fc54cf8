package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which pods have been ready for long enough ({@code minReadySeconds}). */
final class Availability {
  private final SimulatedTime time;
  private final Map<String, Instant> readySince = new HashMap<>();

  Availability(SimulatedTime time) {
    this.time = time;
  }

  /** How much longer {@code pod} has to be ready; zero when it is available already. */
  Duration missing(JsonNode pod, long minReadySeconds) {
    var since = readySince.computeIfAbsent(Fields.uid(pod), _ -> time.now());
    var left = Duration.between(time.now(), since.plusSeconds(minReadySeconds));
    return left.isPositive() ? left : Duration.ZERO;
  }

  void forget(JsonNode pod) {
    readySince.remove(Fields.uid(pod));
  }
}
