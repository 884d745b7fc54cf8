package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of built-in kinds that users run into. */
public final class BuiltinValidation {
  private BuiltinValidation() {}

  /**
   * All problems of {@code object} after defaulting; {@code old} is the stored object on an update,
   * null on a create.
   */
  public static List<Problem> check(ObjectNode object, @Nullable ObjectNode old) {
    return List.of();
  }
}
