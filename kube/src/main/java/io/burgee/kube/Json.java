package io.burgee.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Objects as trees: what all kinds have in common, and can be compared and merged by. */
final class Json {
  private static final List<String> SERVERS =
      List.of(
          "resourceVersion", "uid", "generation", "creationTimestamp", "managedFields", "selfLink");

  private static final String SPEC = "spec.";

  private final KubernetesSerialization serialization;

  Json(KubernetesSerialization serialization) {
    this.serialization = serialization;
  }

  ObjectNode tree(HasMetadata object) {
    return serialization.convertValue(object, ObjectNode.class);
  }

  <T> T typed(ObjectNode tree, Class<T> type) {
    return serialization.convertValue(tree, type);
  }

  <T> T copy(T object) {
    return serialization.clone(object);
  }

  /** Equal for equal objects, whatever the order of their fields. */
  String canonical(JsonNode node) {
    return sorted(node).toString();
  }

  String hash(HasMetadata object) {
    return Checksums.of(canonical(tree(object)));
  }

  /** A hash of what users and controllers set, without status and what the server keeps itself. */
  String content(HasMetadata object) {
    var tree = tree(Slimming.slimmed(copy(object)));
    tree.remove("status");
    metadata(tree).remove(SERVERS);
    return Checksums.of(canonical(tree));
  }

  ObjectNode withoutReplicas(HasMetadata object) {
    var tree = tree(object);
    if (tree.get("spec") instanceof ObjectNode spec) {
      spec.remove("replicas");
    }
    return tree;
  }

  Optional<Integer> replicas(HasMetadata object) {
    var replicas = tree(object).path("spec").path("replicas");
    return replicas.isInt() ? Optional.of(replicas.intValue()) : Optional.empty();
  }

  /** What a PUT of {@code wanted} has to carry so as not to take away what is not ours. */
  ObjectNode whole(HasMetadata wanted, HasMetadata live) {
    var whole = tree(wanted);
    var there = tree(live);
    copyIfPresent(there, whole, "status");
    if (whole.get("spec") instanceof ObjectNode spec
        && there.get("spec") instanceof ObjectNode old) {
      copyIfPresent(old, spec, "replicas");
    }
    var metadata = metadata(whole);
    var old = metadata(there);
    copyIfPresent(old, metadata, "uid");
    copyIfPresent(old, metadata, "finalizers");
    addOwners(metadata, old);
    addControllersAnnotations(metadata, old);
    return whole;
  }

  /** The workload after the answer to a scale request, which shows only part of it. */
  ObjectNode scaled(HasMetadata before, Scale answer) {
    var tree = tree(before);
    tree.withObject("spec").put("replicas", answer.getSpec().getReplicas());
    var metadata = metadata(tree);
    metadata.put("resourceVersion", answer.getMetadata().getResourceVersion());
    // The answer has no generation. It rose by one, and status.observedGeneration is behind it.
    metadata.put("generation", metadata.path("generation").asLong() + 1);
    return tree;
  }

  /** A merge patch that sets them, refused if the object is not the one that was seen. */
  String finalizers(HasMetadata seen, List<String> finalizers) {
    var patch = JsonNodeFactory.instance.objectNode();
    var metadata = metadata(patch);
    metadata.put("uid", seen.getMetadata().getUid());
    metadata.put("resourceVersion", seen.getMetadata().getResourceVersion());
    var list = metadata.putArray("finalizers");
    finalizers.forEach(list::add);
    return patch.toString();
  }

  /** Those of the unwanted annotations, and that field of the spec, which the object has. */
  List<String> found(ObjectNode object, Predicate<String> unwanted, String field) {
    var found = new ArrayList<String>();
    object.at("/metadata/annotations").properties().stream()
        .map(Map.Entry::getKey)
        .filter(unwanted)
        .forEach(found::add);
    if (object.path("spec").has(field)) {
      found.add(SPEC + field);
    }
    return found;
  }

  /** A merge patch that takes away what was {@link #found}, refused if the object has changed. */
  String without(ObjectNode object, List<String> gone) {
    var patch = JsonNodeFactory.instance.objectNode();
    metadata(patch).put("resourceVersion", object.at("/metadata/resourceVersion").asText());
    for (var name : gone) {
      if (name.startsWith(SPEC)) {
        patch.withObject("spec").putNull(name.substring(SPEC.length()));
      } else {
        metadata(patch).withObject("annotations").putNull(name);
      }
    }
    var annotations = metadata(patch).path("annotations").size();
    if (annotations > 0 && annotations == object.at("/metadata/annotations").size()) {
      metadata(patch).putNull("annotations");
    }
    return patch.toString();
  }

  private static void addOwners(ObjectNode metadata, ObjectNode old) {
    var owners = metadata.withArray("ownerReferences");
    for (var owner : old.path("ownerReferences")) {
      var uid = owner.path("uid").asText();
      var known = owners.valueStream().anyMatch(o -> o.path("uid").asText().equals(uid));
      if (!known) {
        owners.add(owner);
      }
    }
    if (owners.isEmpty()) {
      metadata.remove("ownerReferences");
    }
  }

  private static void addControllersAnnotations(ObjectNode metadata, ObjectNode old) {
    for (var annotation : old.path("annotations").properties()) {
      var domain = annotation.getKey().split("/", 2)[0];
      if (domain.equals("kubernetes.io") || domain.endsWith(".kubernetes.io")) {
        metadata.withObject("annotations").putIfAbsent(annotation.getKey(), annotation.getValue());
      }
    }
  }

  private static void copyIfPresent(ObjectNode from, ObjectNode to, String field) {
    if (from.has(field)) {
      to.set(field, from.get(field));
    }
  }

  private static ObjectNode metadata(ObjectNode tree) {
    return tree.withObject("metadata");
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(e -> array.add(sorted(e)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    var fields = new TreeMap<String, JsonNode>();
    node.properties().forEach(f -> fields.put(f.getKey(), sorted(f.getValue())));
    return JsonNodeFactory.instance.objectNode().setAll(fields);
  }
}
