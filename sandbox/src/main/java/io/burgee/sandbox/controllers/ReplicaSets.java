package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ReplicaSets of one Deployment, oldest revision first. */
record ReplicaSets(List<ObjectNode> all, Optional<ObjectNode> current) {
  static final String REVISION = "deployment.kubernetes.io/revision";

  static ReplicaSets of(Cluster cluster, ObjectNode deployment) {
    var owned = new ArrayList<ObjectNode>();
    for (var set : cluster.list(Resource.REPLICA_SETS, Fields.namespace(deployment))) {
      if (Fields.isControlledBy(set, deployment) && !Fields.isDeleting(set)) {
        owned.add(set);
      }
    }
    owned.sort(Comparator.comparingLong(ReplicaSets::revision).thenComparing(Fields::name));
    var template = Templates.withoutHash(deployment.at("/spec/template"));
    var current =
        owned.stream()
            .filter(set -> Templates.withoutHash(set.at("/spec/template")).equals(template))
            .findFirst();
    return new ReplicaSets(owned, current);
  }

  static long revision(JsonNode object) {
    var revision = Fields.annotation(object, REVISION);
    return revision.isEmpty() ? 0 : Long.parseLong(revision);
  }

  /** The current one's revision: above all others, so that a return to an old template is new. */
  long currentRevision() {
    long others =
        all.stream()
            .filter(set -> !isCurrent(set))
            .mapToLong(ReplicaSets::revision)
            .max()
            .orElse(0);
    return Math.max(current.map(ReplicaSets::revision).orElse(0L), others + 1);
  }

  boolean isCurrent(ObjectNode set) {
    return current.isPresent() && Fields.name(current.get()).equals(Fields.name(set));
  }

  List<Rollout.Size> sizes() {
    return all.stream().map(this::size).toList();
  }

  private Rollout.Size size(ObjectNode set) {
    return new Rollout.Size(
        Fields.name(set), isCurrent(set), wanted(set), status(set, "availableReplicas"));
  }

  static int wanted(JsonNode set) {
    return set.at("/spec/replicas").asInt();
  }

  static int status(JsonNode set, String field) {
    return set.path("status").path(field).asInt();
  }

  int sum(String statusField) {
    return all.stream().mapToInt(set -> status(set, statusField)).sum();
  }

  int ofCurrent(String statusField) {
    return current.map(set -> status(set, statusField)).orElse(0);
  }

  /** The ReplicaSet for {@code deployment}'s template, empty for now. */
  static ObjectNode render(ObjectNode deployment, long revision) {
    var hash = Templates.hash(deployment.at("/spec/template"));
    var key = new Key(Fields.namespace(deployment), Fields.name(deployment) + "-" + hash);
    var set = Fields.object(Resource.REPLICA_SETS, key);
    ObjectNode template = deployment.at("/spec/template").deepCopy();
    template.withObject("/metadata/labels").put(Templates.HASH_LABEL, hash);
    ObjectNode selector = deployment.at("/spec/selector").deepCopy();
    selector.withObject("/matchLabels").put(Templates.HASH_LABEL, hash);
    set.withObject("/metadata").set("labels", template.at("/metadata/labels").deepCopy());
    var annotations = set.withObject("/metadata/annotations");
    Fields.texts(deployment.at("/metadata/annotations")).forEach(annotations::put);
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
    annotations.put(REVISION, Long.toString(revision));
    Fields.setController(set, Resource.DEPLOYMENTS, deployment);
    var spec = set.putObject("spec").put("replicas", 0);
    if (deployment.path("spec").has("minReadySeconds")) {
      spec.set("minReadySeconds", deployment.at("/spec/minReadySeconds"));
    }
    spec.set("selector", selector);
    spec.set("template", template);
    return set;
  }
}
