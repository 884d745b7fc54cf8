package io.burgee.operator.hooks;

import io.burgee.core.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of calling a webhook.
 *
 * @param brief in words that hold nothing the other side wrote, for logs
 * @param again whether another attempt may end otherwise
 * @param retryAfter how long the server wants to be left alone
 */
record Answered(Reply reply, String brief, boolean again, Optional<Duration> retryAfter) {

  static Answered yes() {
    return new Answered(new Reply.Yes(), "yes", false, Optional.empty());
  }

  static Answered no(String why, String brief) {
    return new Answered(new Reply.No(why), brief, false, Optional.empty());
  }

  static Answered silent(String why, String brief, boolean again) {
    return new Answered(new Reply.Silent(why), brief, again, Optional.empty());
  }

  static Answered silent(String why, boolean again) {
    return silent(why, why, again);
  }

  /** The same, and another attempt may end otherwise. */
  Answered another() {
    return new Answered(reply, brief, true, retryAfter);
  }

  Answered after(Optional<Duration> wait) {
    return new Answered(reply, brief, again, wait);
  }

  boolean isYes() {
    return reply instanceof Reply.Yes;
  }
}
