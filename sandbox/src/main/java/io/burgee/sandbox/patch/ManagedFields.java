package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who owns which field: the bookkeeping in {@code metadata.managedFields}. */
public final class ManagedFields {
  private ManagedFields() {}

  /**
   * Sets the managed fields of {@code after}, in place, for a create, update or patch (anything but
   * an apply). Call it on the object as it will be stored: defaulted and pruned. An entry's time
   * moves only when its fields do. {@code managedFields: []} or {@code [{}]} in {@code after}
   * forgets all owners.
   *
   * @param before the stored object, null on a create
   */
  public static void afterUpdate(
      @Nullable ObjectNode before, ObjectNode after, FieldWriter writer, Instant now) {}
}
