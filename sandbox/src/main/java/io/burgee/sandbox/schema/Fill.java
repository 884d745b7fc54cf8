package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sets fields that an object leaves out. */
final class Fill {
  private Fill() {}

  static void text(ObjectNode object, String field, String value) {
    if (absent(object, field)) {
      object.put(field, value);
    }
  }

  static void number(ObjectNode object, String field, int value) {
    if (absent(object, field)) {
      object.put(field, value);
    }
  }

  static ObjectNode object(ObjectNode object, String field) {
    return absent(object, field) ? object.putObject(field) : object.withObjectProperty(field);
  }

  static boolean absent(JsonNode object, String field) {
    return !object.hasNonNull(field);
  }
}
