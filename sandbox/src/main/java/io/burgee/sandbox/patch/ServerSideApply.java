package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Server-side apply: merges a manager's intent into an object and settles who owns what. */
public final class ServerSideApply {
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
    throw new UnsupportedOperationException();
  }
}
