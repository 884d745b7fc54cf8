package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Fields;
import java.time.Instant;

/** A Deployment's next status. Counts of zero are left out, as the real one does. */
final class DeploymentStatus {
  private static final String PROGRESSING = "Progressing";
  private static final String COMPLETE = "NewReplicaSetAvailable";

  private final ObjectNode deployment;
  private final ReplicaSets sets;
  private final Rollout rollout;

  DeploymentStatus(ObjectNode deployment, ReplicaSets sets) {
    this.deployment = deployment;
    this.sets = sets;
    this.rollout = Rollout.of(deployment);
  }

  boolean isComplete() {
    int wanted = rollout.replicas();
    return sets.ofCurrent("replicas") == wanted
        && sets.sum("replicas") == wanted
        && sets.sum("availableReplicas") == wanted;
  }

  /** The rollout was complete once and the template hasn't changed since. */
  boolean wasComplete() {
    for (var condition : deployment.at("/status/conditions")) {
      if (condition.path("type").asText().equals(PROGRESSING)) {
        return condition.path("reason").asText().equals(COMPLETE)
            && condition.path("message").asText().startsWith(currentName())
            && sets.ofCurrent("replicas") == sets.sum("replicas");
      }
    }
    return false;
  }

  /** More updated, ready or available pods than the stored status has, or fewer old ones. */
  boolean hasProgressed() {
    var status = deployment.path("status");
    int oldBefore = count(status, "replicas") - count(status, "updatedReplicas");
    int oldNow = sets.sum("replicas") - sets.ofCurrent("replicas");
    return sets.ofCurrent("replicas") > count(status, "updatedReplicas")
        || oldNow < oldBefore
        || sets.sum("readyReplicas") > count(status, "readyReplicas")
        || sets.sum("availableReplicas") > count(status, "availableReplicas");
  }

  /**
   * The status to write.
   *
   * @param expired the rollout has made no progress for longer than its deadline
   * @param touched it has made progress now
   */
  ObjectNode next(boolean expired, boolean touched, Instant wall) {
    var status = Fields.object();
    status.put("observedGeneration", Fields.generation(deployment));
    int available = sets.sum("availableReplicas");
    int wanted = sets.all().stream().mapToInt(ReplicaSets::wanted).sum();
    put(status, "replicas", sets.sum("replicas"));
    put(status, "updatedReplicas", sets.ofCurrent("replicas"));
    put(status, "readyReplicas", sets.sum("readyReplicas"));
    put(status, "availableReplicas", available);
    put(status, "unavailableReplicas", Math.max(0, wanted - available));
    var conditions = new ConditionList(deployment, wall);
    available(conditions, available >= rollout.minimumAvailable());
    if (!wasComplete()) {
      progressing(conditions, expired, touched);
    }
    status.set("conditions", conditions.toJson());
    return status;
  }

  private static void available(ConditionList conditions, boolean enough) {
    if (enough) {
      var message = "Deployment has minimum availability.";
      conditions.setDated("Available", "True", "MinimumReplicasAvailable", message, false);
    } else {
      var message = "Deployment does not have minimum availability.";
      conditions.setDated("Available", "False", "MinimumReplicasUnavailable", message, false);
    }
  }

  private void progressing(ConditionList conditions, boolean expired, boolean touched) {
    if (isComplete()) {
      var message = currentName() + " has successfully progressed.";
      conditions.setDated(PROGRESSING, "True", COMPLETE, message, touched);
    } else if (expired) {
      var message = currentName() + " has timed out progressing.";
      conditions.setDated(PROGRESSING, "False", "ProgressDeadlineExceeded", message, false);
    } else {
      var message = currentName() + " is progressing.";
      conditions.setDated(PROGRESSING, "True", "ReplicaSetUpdated", message, touched);
    }
  }

  private String currentName() {
    return "ReplicaSet \"" + sets.current().map(Fields::name).orElse("") + "\"";
  }

  private static int count(JsonNode status, String field) {
    return status.path(field).asInt();
  }

  private static void put(ObjectNode status, String field, int count) {
    if (count > 0) {
      status.put(field, count);
    }
  }
}
