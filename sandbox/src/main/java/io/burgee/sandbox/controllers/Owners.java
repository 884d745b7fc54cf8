package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import java.util.List;
import java.util.Optional;

/** Who belongs to whom. */
final class Owners {
  private Owners() {}

  /** The controlling owner of {@code object}, if it is of {@code kind}. */
  static Optional<Key> key(JsonNode object, String kind) {
    return Fields.controller(object)
        .filter(owner -> owner.path("kind").asText().equals(kind))
        .map(owner -> new Key(Fields.namespace(object), owner.path("name").asText()));
  }

  static List<ObjectNode> pods(Cluster cluster, ObjectNode owner) {
    return cluster.list(Resource.PODS, Fields.namespace(owner)).stream()
        .filter(pod -> Fields.isControlledBy(pod, owner) && !Fields.isDeleting(pod))
        .toList();
  }
}
