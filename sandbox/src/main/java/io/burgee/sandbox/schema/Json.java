package io.burgee.sandbox.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;

/** What Jackson's tree leaves out. */
public final class Json {
  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
          return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
      };

  private Json() {}

  /** Whether both say the same; numbers by value, whatever Java type holds them. */
  public static boolean same(JsonNode a, JsonNode b) {
    return a.equals(b) || a.equals(BY_VALUE, b);
  }

  /** The object at {@code pointer}, or empty when there is none. */
  static Optional<ObjectNode> object(JsonNode from, String pointer) {
    return from.at(JsonPointer.compile(pointer)) instanceof ObjectNode object
        ? Optional.of(object)
        : Optional.empty();
  }
}
