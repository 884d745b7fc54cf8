package io.burgee.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and builds the fields that all objects share. */
public final class Fields {
  private Fields() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new object of {@code resource} with its name, no more. */
  public static ObjectNode object(Resource resource, Key key) {
    var object = object();
    object.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
    var metadata = object.putObject("metadata").put("name", key.name());
    if (!key.namespace().isEmpty()) {
      metadata.put("namespace", key.namespace());
    }
    return object;
  }

  public static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  public static String namespace(JsonNode object) {
    return object.at("/metadata/namespace").asText("");
  }

  public static String uid(JsonNode object) {
    return object.at("/metadata/uid").asText();
  }

  public static String resourceVersion(JsonNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  public static int generation(JsonNode object) {
    return object.at("/metadata/generation").asInt();
  }

  public static boolean isDeleting(JsonNode object) {
    return object.at("/metadata").hasNonNull("deletionTimestamp");
  }

  public static Map<String, String> labels(JsonNode object) {
    return texts(object.at("/metadata/labels"));
  }

  /** Empty when there is no such annotation. */
  public static String annotation(JsonNode object, String name) {
    return object.at("/metadata/annotations").path(name).asText("");
  }

  public static boolean hasAnnotation(JsonNode object, String name) {
    return object.at("/metadata/annotations").has(name);
  }

  /** A map of texts; empty when {@code node} is absent. */
  public static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** The owner that controls {@code object}. */
  public static Optional<JsonNode> controller(JsonNode object) {
    for (var owner : object.at("/metadata/ownerReferences")) {
      if (owner.path("controller").asBoolean()) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  public static boolean isControlledBy(JsonNode object, JsonNode owner) {
    return controller(object)
        .filter(ref -> ref.path("uid").asText().equals(uid(owner)))
        .isPresent();
  }

  /** Makes {@code owner} the controller of {@code object}, which has no other. */
  public static void setController(ObjectNode object, Resource resource, JsonNode owner) {
    object
        .withObject("/metadata")
        .withArray("ownerReferences")
        .addObject()
        .put("apiVersion", resource.apiVersion())
        .put("kind", resource.kind())
        .put("name", name(owner))
        .put("uid", uid(owner))
        .put("controller", true)
        .put("blockOwnerDeletion", true);
  }

  /** The status of the condition {@code type}; empty when there is none. */
  public static String conditionStatus(JsonNode object, String type) {
    for (var condition : object.at("/status/conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("status").asText();
      }
    }
    return "";
  }

  public static boolean isReady(JsonNode object) {
    return conditionStatus(object, "Ready").equals("True");
  }
}
