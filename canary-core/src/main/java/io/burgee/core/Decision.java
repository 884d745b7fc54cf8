package io.burgee.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a reconcile does next. Each variant says why, in words fit for a user. */
public sealed interface Decision {
  String reason();

  /** Get the answer, then decide again with it besides; nothing is recorded yet. */
  record Ask(Inquiry inquiry, String reason) implements Decision {}

  /**
   * Change no intent. The aim still holds, so what differs from it is repaired.
   *
   * @param until when to look again if nothing happens before; absent when only a change can help
   */
  record Wait(String reason, Optional<Instant> until) implements Decision {}

  /** Record this progress and these notices, converge, then decide again. */
  record Move(Progress next, List<Notice> notices) implements Decision {
    @Override
    public String reason() {
      return next.reason();
    }
  }
}
