package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One change of one object.
 *
 * @param object the object after the change; the last state, with the revision of its removal, when
 *     it was deleted. Shared: not to be modified
 * @param previous the object before the change, null when it was added
 */
public record Change(
    Kind kind,
    ResourceType type,
    ResourceKey key,
    ObjectNode object,
    @Nullable ObjectNode previous,
    long revision) {

  /** As watches call it. */
  public enum Kind {
    ADDED,
    MODIFIED,
    DELETED
  }
}
