package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;

/** HorizontalPodAutoscalers of Deployments: hold the limits; there is no load to scale on. */
final class AutoscalerController {
  private final Cluster cluster;
  private final SimulatedTime time;
  private final WorkQueue queue;

  AutoscalerController(Cluster cluster, SimulatedTime time) {
    this.cluster = cluster;
    this.time = time;
    this.queue = new WorkQueue(time, this::reconcile);
  }

  void onAutoscaler(Cluster.Event event) {
    queue.add(Key.of(event.object()));
  }

  void onDeployment(Cluster.Event event) {
    var deployment = Key.of(event.object());
    for (var scaler : cluster.list(Resource.AUTOSCALERS, deployment.namespace())) {
      if (target(scaler).equals(deployment)) {
        queue.add(Key.of(scaler));
      }
    }
  }

  private static Key target(JsonNode scaler) {
    return new Key(Fields.namespace(scaler), scaler.at("/spec/scaleTargetRef/name").asText());
  }

  private void reconcile(Key key) {
    var found = cluster.get(Resource.AUTOSCALERS, key);
    if (found.isEmpty()
        || !found.get().at("/spec/scaleTargetRef/kind").asText().equals("Deployment")) {
      return;
    }
    var scaler = found.get();
    var deployment = cluster.get(Resource.DEPLOYMENTS, target(scaler));
    if (deployment.isEmpty()) {
      var conditions = new ConditionList(scaler, time.wall());
      var why = "the HPA controller was unable to get the target's current scale";
      conditions.set("AbleToScale", "False", "FailedGetScale", why);
      writeStatus(scaler, 0, 0, conditions);
      return;
    }
    int current = deployment.get().at("/spec/replicas").asInt(1);
    int desired = desired(scaler, current);
    if (desired != current) {
      var copy = deployment.get().deepCopy();
      copy.withObject("/spec").put("replicas", desired);
      cluster.update(Resource.DEPLOYMENTS, copy);
    }
    int running = deployment.get().at("/status/replicas").asInt();
    writeStatus(scaler, running, desired, conditions(scaler, current));
  }

  /** A target without replicas is left alone: that is how autoscaling is switched off. */
  private static int desired(JsonNode scaler, int current) {
    int minimum = scaler.at("/spec/minReplicas").asInt(1);
    int maximum = Math.max(minimum, scaler.at("/spec/maxReplicas").asInt());
    return current == 0 ? 0 : Math.clamp(current, minimum, maximum);
  }

  private ConditionList conditions(JsonNode scaler, int current) {
    var conditions = new ConditionList(scaler, time.wall());
    conditions.set(
        "AbleToScale", "True", "ReadyForNewScale", "recommended size matches current size");
    if (current == 0) {
      var why = "scaling is disabled since the replica count of the target is zero";
      return conditions.set("ScalingActive", "False", "ScalingDisabled", why);
    }
    conditions.set(
        "ScalingActive",
        "True",
        "ValidMetricFound",
        "the HPA was able to compute the replica count");
    return conditions.set(
        "ScalingLimited",
        "False",
        "DesiredWithinRange",
        "the desired count is within the acceptable range");
  }

  private void writeStatus(ObjectNode scaler, int current, int desired, ConditionList conditions) {
    var copy = scaler.deepCopy();
    var status = copy.withObject("/status");
    status.put("currentReplicas", current).put("desiredReplicas", desired);
    status.set("conditions", conditions.toJson());
    if (!copy.path("status").equals(scaler.path("status"))) {
      cluster.updateStatus(Resource.AUTOSCALERS, copy);
    }
  }
}
