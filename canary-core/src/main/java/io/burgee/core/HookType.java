package io.burgee.core;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a webhook is asked for. Hooks of the type {@code event} ask nothing: they are told what
 * happens.
 */
public enum HookType {
  /** May a run of a new revision begin at all? */
  CONFIRM_ROLLOUT("confirm-rollout", "Confirm-rollout check", "approval"),
  /** Is the canary fit for its first requests? A no is a failed check. */
  PRE_ROLLOUT("pre-rollout", "Pre-rollout check", "pre-rollout check"),
  /** Is the canary well? Asked each interval; a no is a failed check. */
  ROLLOUT("rollout", "Rollout check", "external check"),
  /** May the canary get more traffic? */
  CONFIRM_TRAFFIC_INCREASE(
      "confirm-traffic-increase", "Confirm-traffic-increase check", "traffic increase approval"),
  /** May the candidate be promoted? */
  CONFIRM_PROMOTION("confirm-promotion", "Confirm-promotion check", "promotion approval"),
  /** Is the run to be rolled back? Here a yes ends the run. */
  ROLLBACK("rollback", "Rollback check", "rollback check"),
  /** The run has ended; the answer is told and changes nothing. */
  POST_ROLLOUT("post-rollout", "Post-rollout check", "post-rollout check");

  private final String text;
  private final String title;
  private final String subject;

  HookType(String text, String title, String subject) {
    this.text = text;
    this.title = title;
    this.subject = subject;
  }

  /** The value in {@code spec.analysis.webhooks[].type}. */
  public String text() {
    return text;
  }

  /** As events begin that tell of a hook that said yes. */
  String title() {
    return title;
  }

  /** As events call what did not say yes. */
  String subject() {
    return subject;
  }

  /**
   * The type with that {@link #text}; blank means {@code rollout}. Empty for {@code event} and
   * whatever is unknown.
   */
  public static Optional<HookType> of(String text) {
    var wanted = text.isBlank() ? ROLLOUT.text : text;
    return Stream.of(values()).filter(type -> type.text.equals(wanted)).findFirst();
  }
}
