package io.burgee.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/** An object's identity within its kind; {@code namespace} is empty for cluster-scoped kinds. */
public record Key(String namespace, String name) {
  public static Key of(JsonNode object) {
    return new Key(Fields.namespace(object), Fields.name(object));
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
