package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** DaemonSets: one pod on each node that the template's node selector allows. */
final class DaemonSetController {
  private static final String HASH_LABEL = "controller-revision-hash";

  private final Cluster cluster;
  private final Nodes nodes;
  private final Random random;
  private final WorkQueue queue;

  DaemonSetController(Cluster cluster, SimulatedTime time, Nodes nodes, Random random) {
    this.cluster = cluster;
    this.nodes = nodes;
    this.random = random;
    this.queue = new WorkQueue(time, this::reconcile);
  }

  void onDaemonSet(Cluster.Event event) {
    queue.add(Key.of(event.object()));
  }

  void onPod(Cluster.Event event) {
    Owners.key(event.object(), "DaemonSet").ifPresent(queue::add);
  }

  private void reconcile(Key key) {
    var found = cluster.get(Resource.DAEMON_SETS, key);
    if (found.isEmpty() || Fields.isDeleting(found.get())) {
      return;
    }
    var set = found.get();
    var hash = Templates.hash(set.at("/spec/template"));
    var wanted =
        nodes.fitting(set.at("/spec/template/spec")).stream()
            .map(Fields::name)
            .collect(Collectors.toSet());
    placePods(set, wanted, hash);
    replaceOutdated(set, wanted.size(), hash);
    writeStatus(set, wanted.size(), hash);
  }

  private void placePods(ObjectNode set, Set<String> wanted, String hash) {
    var free = new HashSet<>(wanted);
    for (var pod : Owners.pods(cluster, set)) {
      if (!free.remove(pod.at("/spec/nodeName").asText())) {
        cluster.delete(Resource.PODS, Key.of(pod));
      }
    }
    for (var node : free.stream().sorted().toList()) {
      var pod = Templates.pod(Resource.DAEMON_SETS, set, Templates.randomSuffix(random));
      pod.withObject("/metadata/labels").put(HASH_LABEL, hash);
      pod.withObject("/spec").put("nodeName", node);
      cluster.create(Resource.PODS, pod);
    }
  }

  /** As many outdated pods go as may be missing; those that aren't ready don't count. */
  private void replaceOutdated(ObjectNode set, int desired, String hash) {
    if (set.at("/spec/updateStrategy/type").asText("RollingUpdate").equals("OnDelete")) {
      return;
    }
    var pods = Owners.pods(cluster, set);
    long unready = pods.stream().filter(pod -> !Fields.isReady(pod)).count();
    var limit = set.at("/spec/updateStrategy/rollingUpdate/maxUnavailable");
    long budget = (limit.isMissingNode() ? 1 : Math.max(1, Rollout.resolve(limit, desired, true)));
    budget = Math.max(0, budget - unready);
    var outdated =
        pods.stream()
            .filter(pod -> !isCurrent(pod, hash))
            .sorted(Comparator.comparing(Fields::isReady))
            .toList();
    for (var pod : outdated) {
      if (!Fields.isReady(pod) || budget-- > 0) {
        cluster.delete(Resource.PODS, Key.of(pod));
      }
    }
  }

  private static boolean isCurrent(JsonNode pod, String hash) {
    return hash.equals(Fields.labels(pod).get(HASH_LABEL));
  }

  private void writeStatus(ObjectNode set, int desired, String hash) {
    List<ObjectNode> pods = Owners.pods(cluster, set);
    int ready = (int) pods.stream().filter(Fields::isReady).count();
    var status = Fields.object();
    status.put("currentNumberScheduled", pods.size()).put("numberMisscheduled", 0);
    status.put("desiredNumberScheduled", desired).put("numberReady", ready);
    status.put("observedGeneration", Fields.generation(set));
    put(status, "updatedNumberScheduled", pods.stream().filter(p -> isCurrent(p, hash)).count());
    put(status, "numberAvailable", ready);
    put(status, "numberUnavailable", Math.max(0, desired - ready));
    if (!status.equals(set.path("status"))) {
      var copy = set.deepCopy();
      copy.set("status", status);
      cluster.updateStatus(Resource.DAEMON_SETS, copy);
    }
  }

  private static void put(ObjectNode status, String field, long count) {
    if (count > 0) {
      status.put(field, Math.toIntExact(count));
    }
  }
}
