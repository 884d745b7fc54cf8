package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A step that people keep to themselves. It opens by a yes of all its hooks; neither a no nor
 * silence opens it, and neither fails the run.
 */
final class Gate {
  private Gate() {}

  /**
   * Asks the hooks of that type, and goes on if they all say yes.
   *
   * @param before what is to be told first in either case
   * @param closed what is recorded while it is closed
   * @param onward takes what is to be told by then
   */
  static Decision pass(
      Moment moment,
      HookType type,
      List<Notice> before,
      Progress closed,
      Function<List<Notice>, Decision> onward) {
    var unasked = Replies.unasked(moment, type);
    if (unasked.isPresent()) {
      return unasked.get();
    }
    var replies = Replies.to(moment, type);
    var notices = new ArrayList<>(before);
    var held = Stream.concat(replies.denials().stream(), replies.silences().stream()).findFirst();
    if (held.isEmpty()) {
      notices.addAll(replies.passes());
      return onward.apply(List.copyOf(notices));
    }
    if (!isHeldAt(closed, type)) {
      notices.add(Notice.warning(held.get()));
    }
    return new Decision.Move(
        closed.heldAt(Optional.of(type)).because(held.get()), List.copyOf(notices));
  }

  /** Whether the hooks of that type withheld their yes when they were last asked. */
  static boolean isHeldAt(Progress progress, HookType type) {
    return progress.holds().gate().filter(type::equals).isPresent();
  }
}
