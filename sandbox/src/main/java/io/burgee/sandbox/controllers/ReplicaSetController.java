package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** ReplicaSets: as many pods as they want. */
final class ReplicaSetController {
  private final Cluster cluster;
  private final Random random;
  private final WorkQueue queue;
  private final Availability availability;

  ReplicaSetController(Cluster cluster, SimulatedTime time, Random random) {
    this.cluster = cluster;
    this.random = random;
    this.queue = new WorkQueue(time, this::reconcile);
    this.availability = new Availability(time);
  }

  void onReplicaSet(Cluster.Event event) {
    queue.add(Key.of(event.object()));
  }

  void onPod(Cluster.Event event) {
    if (event.deleted() || !Fields.isReady(event.object())) {
      availability.forget(event.object());
    }
    Owners.key(event.object(), "ReplicaSet").ifPresent(queue::add);
  }

  private void reconcile(Key key) {
    var found = cluster.get(Resource.REPLICA_SETS, key);
    if (found.isEmpty() || Fields.isDeleting(found.get())) {
      return;
    }
    var set = found.get();
    var pods = Owners.pods(cluster, set);
    int missing = ReplicaSets.wanted(set) - pods.size();
    for (int i = 0; i < missing; i++) {
      var suffix = Templates.randomSuffix(random);
      cluster.create(Resource.PODS, Templates.pod(Resource.REPLICA_SETS, set, suffix));
    }
    expendableFirst(pods).stream()
        .limit(Math.max(0, -missing))
        .forEach(pod -> cluster.delete(Resource.PODS, Key.of(pod)));
    writeStatus(key, set, missing == 0 ? pods : Owners.pods(cluster, set));
  }

  /** Unready pods go before ready ones, younger before older. */
  private static List<ObjectNode> expendableFirst(List<ObjectNode> pods) {
    Comparator<ObjectNode> age =
        Comparator.comparing(pod -> pod.at("/metadata/creationTimestamp").asText());
    return pods.stream()
        .sorted(
            Comparator.<ObjectNode, Boolean>comparing(Fields::isReady)
                .thenComparing(age.reversed()))
        .toList();
  }

  private void writeStatus(Key key, ObjectNode set, List<ObjectNode> pods) {
    int ready = 0;
    int available = 0;
    for (var pod : pods) {
      if (Fields.isReady(pod)) {
        ready++;
        var missing = availability.missing(pod, set.at("/spec/minReadySeconds").asLong());
        if (missing.isZero()) {
          available++;
        } else {
          queue.addAfter(key, missing);
        }
      }
    }
    var status = Fields.object().put("replicas", pods.size());
    if (!pods.isEmpty()) {
      status.put("fullyLabeledReplicas", pods.size());
    }
    if (ready > 0) {
      status.put("readyReplicas", ready);
    }
    if (available > 0) {
      status.put("availableReplicas", available);
    }
    status.put("observedGeneration", Fields.generation(set));
    if (!status.equals(set.path("status"))) {
      var copy = set.deepCopy();
      copy.set("status", status);
      cluster.updateStatus(Resource.REPLICA_SETS, copy);
    }
  }
}
