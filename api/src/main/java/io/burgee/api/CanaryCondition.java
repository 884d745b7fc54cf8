package io.burgee.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The condition {@code Promoted}, the only one that a Canary has. */
public class CanaryCondition extends Extensible {
  private @Nullable String type;
  private @Nullable String status;
  private @Nullable String reason;
  private @Nullable String message;
  @Timestamp private @Nullable Instant lastUpdateTime;
  @Timestamp private @Nullable Instant lastTransitionTime;

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }

  public @Nullable String getStatus() {
    return status;
  }

  public void setStatus(@Nullable String status) {
    this.status = status;
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }

  public @Nullable String getMessage() {
    return message;
  }

  public void setMessage(@Nullable String message) {
    this.message = message;
  }

  public @Nullable Instant getLastUpdateTime() {
    return lastUpdateTime;
  }

  public void setLastUpdateTime(@Nullable Instant lastUpdateTime) {
    this.lastUpdateTime = lastUpdateTime;
  }

  public @Nullable Instant getLastTransitionTime() {
    return lastTransitionTime;
  }

  public void setLastTransitionTime(@Nullable Instant lastTransitionTime) {
    this.lastTransitionTime = lastTransitionTime;
  }
}
