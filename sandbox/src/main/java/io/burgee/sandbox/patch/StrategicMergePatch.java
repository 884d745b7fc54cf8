package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;

/** Strategic merge patch: a merge patch that merges some lists item by item. */
public final class StrategicMergePatch {
  private StrategicMergePatch() {}

  /**
   * The patched copy of {@code document}, an object of {@code shape}.
   *
   * @throws PatchRefused when the patch is malformed
   */
  public static ObjectNode apply(ObjectNode document, ObjectNode patch, Shape shape) {
    throw new UnsupportedOperationException();
  }
}
