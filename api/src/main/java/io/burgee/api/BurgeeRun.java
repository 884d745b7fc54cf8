package io.burgee.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A finished run. */
public class BurgeeRun extends Extensible {
  private @Nullable String revision;
  private @Nullable String outcome;
  @Timestamp private @Nullable Instant startedAt;
  @Timestamp private @Nullable Instant endedAt;
  private @Nullable String reason;

  public @Nullable String getRevision() {
    return revision;
  }

  public void setRevision(@Nullable String revision) {
    this.revision = revision;
  }

  public @Nullable String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = outcome;
  }

  public @Nullable Instant getStartedAt() {
    return startedAt;
  }

  public void setStartedAt(@Nullable Instant startedAt) {
    this.startedAt = startedAt;
  }

  public @Nullable Instant getEndedAt() {
    return endedAt;
  }

  public void setEndedAt(@Nullable Instant endedAt) {
    this.endedAt = endedAt;
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }
}
