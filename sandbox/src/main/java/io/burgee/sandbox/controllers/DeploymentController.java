package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Deployments: one ReplicaSet for each template, rolled over within surge and unavailability. */
final class DeploymentController {
  private static final int DEFAULT_DEADLINE_SECONDS = 600;
  private static final int DEFAULT_HISTORY = 10;

  private final Cluster cluster;
  private final SimulatedTime time;
  private final WorkQueue queue;

  /** By uid; status times are wall time to the second, too coarse at a high speed. */
  private final Map<String, Instant> lastProgress = new HashMap<>();

  DeploymentController(Cluster cluster, SimulatedTime time) {
    this.cluster = cluster;
    this.time = time;
    this.queue = new WorkQueue(time, this::reconcile);
  }

  void onDeployment(Cluster.Event event) {
    if (event.deleted()) {
      lastProgress.remove(Fields.uid(event.object()));
    }
    queue.add(Key.of(event.object()));
  }

  void onReplicaSet(Cluster.Event event) {
    Owners.key(event.object(), "Deployment").ifPresent(queue::add);
  }

  private void reconcile(Key key) {
    var found = cluster.get(Resource.DEPLOYMENTS, key);
    if (found.isEmpty() || Fields.isDeleting(found.get())) {
      return;
    }
    var deployment = found.get();
    var sets = ReplicaSets.of(cluster, deployment);
    if (!deployment.at("/spec/paused").asBoolean() && !adoptTemplate(deployment, sets)) {
      return; // our own write brings us back
    }
    boolean resized = resize(deployment, sets);
    writeStatus(key, deployment, sets);
    if (!resized) {
      prune(deployment, sets);
    }
  }

  /**
   * Whether a ReplicaSet and the right revision are there; if not, the next one of them is made.
   */
  private boolean adoptTemplate(ObjectNode deployment, ReplicaSets sets) {
    var revision = sets.currentRevision();
    if (sets.current().isEmpty()) {
      cluster.create(Resource.REPLICA_SETS, ReplicaSets.render(deployment, revision));
      lastProgress.put(Fields.uid(deployment), time.now());
      return false;
    }
    return annotated(Resource.REPLICA_SETS, sets.current().get(), revision)
        && annotated(Resource.DEPLOYMENTS, deployment, revision);
  }

  private boolean annotated(Resource resource, ObjectNode object, long revision) {
    if (ReplicaSets.revision(object) == revision) {
      return true;
    }
    var copy = object.deepCopy();
    copy.withObject("/metadata/annotations").put(ReplicaSets.REVISION, Long.toString(revision));
    cluster.update(resource, copy);
    return false;
  }

  private boolean resize(ObjectNode deployment, ReplicaSets sets) {
    var rollout = Rollout.of(deployment);
    if (deployment.at("/spec/strategy/type").asText().equals("Recreate")) {
      boolean oldGone = sets.sum("replicas") == sets.ofCurrent("replicas");
      rollout = new Rollout(oldGone ? rollout.replicas() : 0, 0, 1);
    }
    var next = rollout.next(sets.sizes());
    for (var set : sets.all()) {
      var wanted = next.get(Fields.name(set));
      if (wanted != null) {
        var copy = set.deepCopy();
        copy.withObject("/spec").put("replicas", wanted);
        cluster.update(Resource.REPLICA_SETS, copy);
      }
    }
    return !next.isEmpty();
  }

  private void writeStatus(Key key, ObjectNode deployment, ReplicaSets sets) {
    var status = new DeploymentStatus(deployment, sets);
    boolean finished = status.isComplete() || status.wasComplete();
    boolean progressed = status.hasProgressed();
    var uid = Fields.uid(deployment);
    if (progressed || finished || !lastProgress.containsKey(uid)) {
      lastProgress.put(uid, time.now());
    }
    var since = lastProgress.getOrDefault(uid, time.now());
    var left = Duration.between(time.now(), since.plus(deadline(deployment)));
    boolean expired = !finished && !left.isPositive();
    if (!finished && !expired) {
      queue.addAfter(key, left);
    }
    var next = status.next(expired, progressed, time.wall());
    if (!next.equals(deployment.path("status"))) {
      var copy = deployment.deepCopy();
      copy.set("status", next);
      cluster.updateStatus(Resource.DEPLOYMENTS, copy);
    }
  }

  private static Duration deadline(ObjectNode deployment) {
    return Duration.ofSeconds(
        deployment.at("/spec/progressDeadlineSeconds").asLong(DEFAULT_DEADLINE_SECONDS));
  }

  /** Old ReplicaSets beyond the history limit go, oldest first, once nothing of them runs. */
  private void prune(ObjectNode deployment, ReplicaSets sets) {
    var empty =
        sets.all().stream()
            .filter(set -> !sets.isCurrent(set))
            .filter(set -> ReplicaSets.wanted(set) == 0)
            .filter(set -> ReplicaSets.status(set, "replicas") == 0)
            .toList();
    int limit = deployment.at("/spec/revisionHistoryLimit").asInt(DEFAULT_HISTORY);
    empty.stream()
        .limit(Math.max(0, empty.size() - limit))
        .forEach(set -> cluster.delete(Resource.REPLICA_SETS, Key.of(set)));
  }
}
