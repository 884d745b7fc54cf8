package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** The form {@code fieldsV1} of a field set. */
final class FieldSetJson {
  private static final String SELF = ".";

  private FieldSetJson() {}

  static ObjectNode write(FieldSet set) {
    var json = JsonNodeFactory.instance.objectNode();
    var elements = new TreeSet<>(set.members());
    elements.addAll(set.children().keySet());
    for (var element : elements) {
      var below = set.below(element);
      var written = json.putObject(element.written());
      if (!below.isEmpty()) {
        if (set.has(element)) {
          written.putObject(SELF);
        }
        written.setAll(write(below));
      }
    }
    return json;
  }

  /** Steps that can't be read are left out: the next write puts the entry right. */
  static FieldSet read(JsonNode json) {
    var builder = new FieldSet.Builder();
    read(json, builder);
    return builder.build();
  }

  private static void read(JsonNode json, FieldSet.Builder into) {
    for (var entry : json.properties()) {
      var element = PathElement.parse(entry.getKey());
      if (element.isEmpty()) {
        continue;
      }
      var value = entry.getValue();
      if (value.isEmpty() || value.has(SELF)) {
        into.add(element.get());
      }
      read(value, into.below(element.get()));
    }
  }
}
