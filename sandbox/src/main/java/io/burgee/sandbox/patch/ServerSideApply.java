package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Server-side apply: merges a manager's intent into an object and settles who owns what. */
public final class ServerSideApply {
  private static final String BEFORE_FIRST_APPLY = "before-first-apply";

  private ServerSideApply() {}

  /**
   * What {@code live} becomes when {@code writer} applies {@code intent}, managed fields included;
   * defaults are the caller's, and owned by nobody. Equal to {@code live} when nothing changes.
   *
   * @param live the stored object, null when there is none yet
   * @param force whether to take fields that others own with another value
   * @throws PatchRefused on a conflict (409), or an intent that doesn't fit the kind
   */
  public static ObjectNode apply(
      @Nullable ObjectNode live,
      ObjectNode intent,
      FieldWriter writer,
      boolean force,
      Instant now) {
    IntentCheck.check(intent, writer.shape());
    var old = live == null ? ManagedFields.blank(intent) : live.deepCopy();
    var owners = Owners.of(old);
    if (live != null && owners.isEmpty()) {
      adopt(old, owners, writer, now);
    }
    if (old.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove("managedFields");
    }
    return new Application(old, owners, writer, force, now).run(intent);
  }

  /** What an object without owners already says belongs to nobody in particular, but to someone. */
  private static void adopt(ObjectNode old, Owners owners, FieldWriter writer, Instant now) {
    var someone =
        new FieldWriter(
            BEFORE_FIRST_APPLY, writer.apiVersion(), "", writer.shape(), false, writer.custom());
    ManagedFields.record(ManagedFields.blank(old), old, owners, someone, now);
  }

  private record Application(
      ObjectNode old, Owners owners, FieldWriter writer, boolean force, Instant now) {

    ObjectNode run(ObjectNode intent) {
      var shape = writer.shape();
      var owner = Owners.Owner.of(writer, Owners.APPLY);
      var said = Untracked.sayable(intent, writer);
      var lastSet = owners.fields(owner);
      owners.set(owner, writer.apiVersion(), Topology.claims(said, shape));
      var merged = prune(Merge.merge(old, said, shape), lastSet);
      var changes = Comparison.of(old, merged, shape).outside(Untracked.reset(writer));
      settle(owner, changes);
      owners.set(owner, writer.apiVersion(), owners.fields(owner).difference(Untracked.META));
      owners.dropEmpty();
      if (!changes.same()) {
        owners.stamp(owner, now);
      }
      var result = merged instanceof ObjectNode object ? object : old;
      owners.writeTo(result);
      return result;
    }

    /** Takes out what the manager said last time, says no more, and nobody else owns. */
    private JsonNode prune(JsonNode merged, FieldSet lastSet) {
      if (lastSet.isEmpty()) {
        return merged;
      }
      var shape = writer.shape();
      var last = lastSet.withParents(shape);
      var all = paths(merged, shape);
      var left = paths(Merge.without(merged, last, shape), shape);
      var owned = owners.all().withParents(shape);
      var unowned = all.difference(left.union(owned));
      var kept = paths(Merge.without(merged, unowned, shape), shape);
      return Merge.without(merged, all.difference(kept).intersection(last), shape);
    }

    private static FieldSet paths(JsonNode object, Shape shape) {
      return Topology.claims(object, shape).withParents(shape);
    }

    private void settle(Owners.Owner owner, Comparison changes) {
      var conflicts = owners.overlap(owner, changes.touched());
      if (!conflicts.isEmpty() && !force) {
        throw Conflicts.refusal(conflicts);
      }
      owners
          .claims()
          .replaceAll(
              (other, claim) ->
                  other.equals(owner)
                      ? claim
                      : claim.with(
                          claim
                              .fields()
                              .difference(changes.touched())
                              .difference(changes.removed())));
    }
  }
}
