package io.burgee.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Hands the fields that one manager owns to another. Without that a field that the new one does not
 * want any more would stay for the old one's sake.
 */
public final class FieldOwners {
  private FieldOwners() {}

  /** A manager by name and by how it writes: {@code Apply} or {@code Update}. */
  public record Manager(String name, String operation) {
    boolean is(JsonNode entry) {
      return name.equals(entry.path("manager").asText())
          && operation.equals(entry.path("operation").asText())
          && entry.path("subresource").asText("").isEmpty();
    }
  }

  /**
   * A JSON patch that does it, refused if the object changes meanwhile; empty if {@code from} owns
   * nothing.
   */
  static Optional<String> patch(ObjectNode object, Manager from, Manager to) {
    var metadata = object.path("metadata");
    var entries = JsonNodeFactory.instance.arrayNode();
    var fields = JsonNodeFactory.instance.objectNode();
    ObjectNode target = null;
    ObjectNode last = null;
    for (var entry : metadata.path("managedFields")) {
      var copy = (ObjectNode) entry.deepCopy();
      if (from.is(entry)) {
        unite(fields, copy.withObject("fieldsV1"));
        last = copy;
      } else {
        entries.add(copy);
        target = to.is(entry) ? copy : target;
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    if (target == null) {
      last.put("manager", to.name()).put("operation", to.operation());
      entries.add(last);
      target = last;
    }
    unite(target.withObject("fieldsV1"), fields);
    var patch = JsonNodeFactory.instance.arrayNode();
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/managedFields")
        .set("value", entries);
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/resourceVersion")
        .put("value", metadata.path("resourceVersion").asText());
    return Optional.of(patch.toString());
  }

  private static void unite(ObjectNode into, ObjectNode more) {
    for (var field : more.properties()) {
      if (into.get(field.getKey()) instanceof ObjectNode known
          && field.getValue() instanceof ObjectNode value) {
        unite(known, value);
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }
}
