package io.burgee.sandbox.simulation;

import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.ScaledTime;
import io.burgee.sandbox.controllers.Controllers;
import io.burgee.sandbox.controllers.Delays;
import io.burgee.sandbox.controllers.EventExpiry;
import io.burgee.sandbox.traffic.PrometheusEndpoint;
import io.burgee.sandbox.traffic.TrafficSimulator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Workload controllers, users and metrics of one cluster, at work until closed. */
public final class Simulation implements AutoCloseable {
  /**
   * How it runs.
   *
   * @param speed how many times as fast as the clock simulated time passes
   * @param seed equal seeds give equal names and traffic
   * @param prometheusPort 0 takes any free one
   */
  public record Options(
      double speed, long seed, Delays delays, TrafficSimulator.Load load, int prometheusPort) {
    public static Options speed(double speed) {
      return new Options(speed, 1, Delays.USUAL, TrafficSimulator.Load.USUAL, 0);
    }
  }

  /** On the wall, whatever the speed: people read them. */
  private static final Duration EVENTS_KEPT = Duration.ofHours(1);

  private final ScaledTime time;
  private final Controllers controllers;
  private final EventExpiry expiry;
  private final TrafficSimulator traffic;
  private final PrometheusEndpoint prometheus;

  private Simulation(
      ScaledTime time,
      Controllers controllers,
      EventExpiry expiry,
      TrafficSimulator traffic,
      PrometheusEndpoint prometheus) {
    this.time = time;
    this.controllers = controllers;
    this.expiry = expiry;
    this.traffic = traffic;
    this.prometheus = prometheus;
  }

  public static Simulation start(Cluster cluster, Clock clock, Options options) throws IOException {
    var time = new ScaledTime(clock, options.speed());
    var controllers = Controllers.start(cluster, time, options.delays(), options.seed());
    var kept = Duration.ofNanos((long) (EVENTS_KEPT.toNanos() * options.speed()));
    var expiry = EventExpiry.start(cluster, time, kept);
    var traffic = TrafficSimulator.start(cluster, time, options.load(), options.seed());
    var prometheus = PrometheusEndpoint.start(traffic.series(), time, options.prometheusPort());
    return new Simulation(time, controllers, expiry, traffic, prometheus);
  }

  /** The metrics server to point an operator at. */
  public URI prometheus() {
    return prometheus.address();
  }

  public TrafficSimulator traffic() {
    return traffic;
  }

  @Override
  public void close() {
    expiry.close();
    controllers.close();
    traffic.close();
    prometheus.close();
    time.close();
  }
}
