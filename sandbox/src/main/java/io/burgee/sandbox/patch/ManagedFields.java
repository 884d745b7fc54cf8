package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.BuiltinTypes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who owns which field: the bookkeeping in {@code metadata.managedFields}. */
public final class ManagedFields {
  private ManagedFields() {}

  /**
   * Sets the managed fields of {@code after}, in place, for a create, update or patch (anything but
   * an apply). Call it on the object as the client means it: pruned and defaulted, before the
   * server adds what is its own (addresses, finalizers, a first status). An entry's time moves only
   * when its fields do. A list that {@code after} brings replaces the stored one, an empty one or
   * {@code [{}]} forgets all owners, and a missing one keeps what is stored.
   *
   * @param before the stored object, null on a create
   */
  public static void afterUpdate(
      @Nullable ObjectNode before, ObjectNode after, FieldWriter writer, Instant now) {
    var owners = current(before, after, writer);
    var stored = before != null;
    if (!stored || !owners.isEmpty()) {
      var from = before == null ? blank(after) : before;
      record(from, after, owners, writer, now);
    }
    owners.writeTo(after);
  }

  /** Takes all that differs between the two objects for {@code writer}. */
  static void record(
      JsonNode before, JsonNode after, Owners owners, FieldWriter writer, Instant now) {
    var changes =
        Comparison.of(unmanaged(before), unmanaged(after), writer.shape())
            .outside(Untracked.reset(writer));
    var touched = changes.touched();
    owners.changeAll(fields -> fields.difference(touched).difference(changes.removed()));
    var taken = touched.difference(Untracked.META);
    if (!taken.isEmpty()) {
      var owner = Owners.Owner.of(writer, Owners.UPDATE);
      var held = owners.fields(owner);
      owners.set(owner, writer.apiVersion(), held.union(taken));
      owners.stamp(owner, now);
    }
    owners.dropEmpty();
  }

  /** What a create is compared with: the parts that every object of a built-in kind has. */
  static ObjectNode blank(ObjectNode object) {
    var blank = Untracked.blank(object);
    BuiltinTypes.fillBlank(blank);
    return blank;
  }

  private static Owners current(@Nullable ObjectNode before, ObjectNode after, FieldWriter writer) {
    var sent = after.path("metadata").get("managedFields");
    var reset = sent != null && (sent.isEmpty() || sent.get(0).isEmpty());
    if (writer.subresource().isEmpty()) {
      var brought = Owners.of(after);
      if (reset || before == null || !brought.isEmpty()) {
        return brought;
      }
    }
    return before == null ? new Owners() : Owners.of(before);
  }

  private static JsonNode unmanaged(JsonNode object) {
    if (!object.path("metadata").has("managedFields")) {
      return object;
    }
    var copy = object.deepCopy();
    copy.withObject("/metadata").remove("managedFields");
    return copy;
  }
}
