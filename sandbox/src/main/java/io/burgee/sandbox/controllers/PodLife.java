package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scheduler and kubelet: a pod gets a node, starts, and becomes ready unless it is held. */
final class PodLife {
  /** On a pod template, with any value: its pods run and never become ready. */
  static final String HOLD = "sandbox.burgee.io/hold";

  private final Cluster cluster;
  private final SimulatedTime time;
  private final Delays delays;
  private final Nodes nodes;
  private final WorkQueue queue;
  private final Map<String, Instant> firstSeen = new HashMap<>();
  private int scheduled;
  private int addresses;

  PodLife(Cluster cluster, SimulatedTime time, Delays delays, Nodes nodes) {
    this.cluster = cluster;
    this.time = time;
    this.delays = delays;
    this.nodes = nodes;
    this.queue = new WorkQueue(time, this::reconcile);
  }

  void onPod(Cluster.Event event) {
    if (event.deleted()) {
      firstSeen.remove(Fields.uid(event.object()));
    } else {
      queue.add(Key.of(event.object()));
    }
  }

  private void reconcile(Key key) {
    var found = cluster.get(Resource.PODS, key);
    if (found.isEmpty() || Fields.isDeleting(found.get())) {
      return;
    }
    var pod = found.get();
    var age =
        Duration.between(firstSeen.computeIfAbsent(Fields.uid(pod), _ -> time.now()), time.now());
    if (!pod.path("spec").hasNonNull("nodeName")) {
      if (due(key, age, delays.scheduling())) {
        schedule(pod);
      }
    } else if (due(key, age, delays.starting())) {
      boolean held = Fields.hasAnnotation(pod, HOLD);
      boolean ready = !held && due(key, age, delays.readiness());
      run(pod, ready);
    }
  }

  private boolean due(Key key, Duration age, Duration delay) {
    boolean due = age.compareTo(delay) >= 0;
    if (!due) {
      queue.addAfter(key, delay.minus(age));
    }
    return due;
  }

  private void schedule(ObjectNode pod) {
    var fitting = nodes.fitting(pod.path("spec"));
    var copy = pod.deepCopy();
    if (fitting.isEmpty()) {
      var conditions = new ConditionList(pod, time.wall());
      var why = "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.";
      conditions.set("PodScheduled", "False", "Unschedulable", why);
      copy.withObject("/status").put("phase", "Pending").set("conditions", conditions.toJson());
      writeStatus(pod, copy);
      return;
    }
    var node = fitting.get(scheduled % fitting.size());
    scheduled++;
    copy.withObject("/spec").put("nodeName", Fields.name(node));
    cluster.update(Resource.PODS, copy);
  }

  private void run(ObjectNode pod, boolean ready) {
    var copy = pod.deepCopy();
    var status = copy.withObject("/status");
    status.put("phase", "Running");
    address(pod, status);
    var now = ConditionList.timestamp(time.wall());
    status.put("startTime", pod.at("/status/startTime").asText(now));
    var conditions = new ConditionList(pod, time.wall());
    for (var type : List.of("PodReadyToStartContainers", "Initialized", "PodScheduled")) {
      conditions.set(type, "True", "", "");
    }
    for (var type : List.of("ContainersReady", "Ready")) {
      conditions.set(
          type,
          ready ? "True" : "False",
          ready ? "" : "ContainersNotReady",
          "containers with unready status: " + containerNames(pod));
    }
    status.set("conditions", conditions.toJson());
    containers(pod, status, ready, status.path("startTime").asText());
    writeStatus(pod, copy);
  }

  private void address(JsonNode pod, ObjectNode status) {
    var key = new Key("", pod.at("/spec/nodeName").asText());
    cluster.get(Resource.NODES, key).map(Nodes::address).ifPresent(ip -> status.put("hostIP", ip));
    if (!status.has("podIP")) {
      addresses++;
      var ip = "10.244." + (addresses / 250) + "." + (2 + addresses % 250);
      status.put("podIP", ip).putArray("podIPs").addObject().put("ip", ip);
    }
  }

  private static void containers(JsonNode pod, ObjectNode status, boolean ready, String started) {
    var statuses = status.putArray("containerStatuses");
    for (var container : pod.at("/spec/containers")) {
      var image = container.path("image").asText();
      var one = statuses.addObject().put("name", container.path("name").asText());
      one.put("image", image).put("imageID", image).put("containerID", "sandbox://" + image);
      one.put("ready", ready).put("started", true).put("restartCount", 0);
      one.putObject("state").putObject("running").put("startedAt", started);
      one.putObject("lastState");
    }
  }

  private static List<String> containerNames(JsonNode pod) {
    var names = new ArrayList<String>();
    pod.at("/spec/containers").forEach(one -> names.add(one.path("name").asText()));
    return names;
  }

  private void writeStatus(ObjectNode before, ObjectNode after) {
    if (!before.path("status").equals(after.path("status"))) {
      cluster.updateStatus(Resource.PODS, after);
    }
  }
}
