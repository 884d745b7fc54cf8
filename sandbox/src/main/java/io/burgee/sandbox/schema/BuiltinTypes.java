package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The shapes of the kinds that the API server itself brings. */
public final class BuiltinTypes {
  private BuiltinTypes() {}

  /** The shape of a kind, or empty when it is not built in. */
  public static Optional<Shape> shape(String apiVersion, String kind) {
    return Optional.empty();
  }

  /**
   * What decoding {@code object} trips over, e.g. a string where a number belongs; empty when it
   * decodes. The text is that of a 400 answer.
   */
  public static Optional<String> decodingError(ObjectNode object) {
    return Optional.empty();
  }

  /** Removes unknown fields and nulls in place; the paths of the unknown ones, sorted. */
  public static List<String> prune(ObjectNode object) {
    return List.of();
  }
}
