package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.ResourceType;
import java.util.function.UnaryOperator;

/**
 * A type as clients see it at one path, and how its objects are stored.
 *
 * @param shown the type in the path's version
 * @param stored the type to ask the store for
 * @param toClient makes a stored object one of {@code shown}, without modifying it
 * @param toStore the other way round
 */
record Endpoint(
    ResourceType shown,
    ResourceType stored,
    UnaryOperator<ObjectNode> toClient,
    UnaryOperator<ObjectNode> toStore) {

  /** A type whose versions differ in nothing but their name. */
  static Endpoint of(ResourceType type) {
    return type.version().equals(type.storageVersion())
        ? new Endpoint(type, type, object -> object, object -> object)
        : new Endpoint(type, type, object -> inVersion(type, object), object -> object);
  }

  private static ObjectNode inVersion(ResourceType type, ObjectNode object) {
    ObjectNode shown = object.objectNode();
    shown.setAll(object);
    return shown.put("apiVersion", type.apiVersion());
  }
}
