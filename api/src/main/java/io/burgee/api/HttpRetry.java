package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Retries of failed requests. */
public class HttpRetry extends Extensible {
  @Whole private @Nullable Integer attempts;
  private @Nullable String perTryTimeout;
  private @Nullable String retryOn;

  public @Nullable Integer getAttempts() {
    return attempts;
  }

  public void setAttempts(@Nullable Integer attempts) {
    this.attempts = attempts;
  }

  public @Nullable String getPerTryTimeout() {
    return perTryTimeout;
  }

  public void setPerTryTimeout(@Nullable String perTryTimeout) {
    this.perTryTimeout = perTryTimeout;
  }

  /** Conditions, separated by commas. */
  public @Nullable String getRetryOn() {
    return retryOn;
  }

  public void setRetryOn(@Nullable String retryOn) {
    this.retryOn = retryOn;
  }
}
