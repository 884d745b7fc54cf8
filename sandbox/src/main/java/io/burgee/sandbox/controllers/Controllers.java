package io.burgee.sandbox.controllers;

import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** All simulated controllers of one cluster, at work until closed. */
public final class Controllers implements AutoCloseable {
  private final Cluster cluster;
  private final SimulatedTime time;
  private final List<Cluster.Watch> watches = new ArrayList<>();

  private Controllers(Cluster cluster, SimulatedTime time) {
    this.cluster = cluster;
    this.time = time;
  }

  /** {@code seed} decides the random parts of pod names. */
  public static Controllers start(Cluster cluster, SimulatedTime time, Delays delays, long seed) {
    var random = new Random(seed);
    var nodes = new Nodes(cluster);
    var deployments = new DeploymentController(cluster, time);
    var replicaSets = new ReplicaSetController(cluster, time, random);
    var daemonSets = new DaemonSetController(cluster, time, nodes, random);
    var autoscalers = new AutoscalerController(cluster, time);
    var endpoints = new EndpointsController(cluster, time);
    var pods = new PodLife(cluster, time, delays, nodes);
    nodes.register(time.wall());

    var all = new Controllers(cluster, time);
    all.watch(Resource.DEPLOYMENTS, List.of(deployments::onDeployment, autoscalers::onDeployment));
    all.watch(Resource.REPLICA_SETS, List.of(replicaSets::onReplicaSet, deployments::onReplicaSet));
    all.watch(Resource.DAEMON_SETS, List.of(daemonSets::onDaemonSet));
    all.watch(Resource.AUTOSCALERS, List.of(autoscalers::onAutoscaler));
    all.watch(Resource.SERVICES, List.of(endpoints::onService));
    all.watch(
        Resource.PODS,
        List.of(pods::onPod, replicaSets::onPod, daemonSets::onPod, endpoints::onPod));
    return all;
  }

  private void watch(Resource resource, List<Consumer<Cluster.Event>> interested) {
    watches.add(
        cluster.watch(
            resource, event -> time.execute(() -> interested.forEach(one -> one.accept(event)))));
  }

  @Override
  public void close() {
    watches.forEach(Cluster.Watch::close);
  }
}
