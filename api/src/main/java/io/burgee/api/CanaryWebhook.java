package io.burgee.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP hook of a run. */
public class CanaryWebhook extends Extensible {
  private @Nullable String name;
  private @Nullable String type;
  private @Nullable String url;
  private @Nullable String timeout;
  private @Nullable Map<String, String> metadata;
  private @Nullable Boolean muteAlert;
  @Whole private @Nullable Integer retries;
  private @Nullable Boolean disableTLS;

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** Absent or empty means {@code rollout}. */
  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }

  public @Nullable String getUrl() {
    return url;
  }

  public void setUrl(@Nullable String url) {
    this.url = url;
  }

  /** Absent means 10 seconds. */
  public @Nullable String getTimeout() {
    return timeout;
  }

  public void setTimeout(@Nullable String timeout) {
    this.timeout = timeout;
  }

  public @Nullable Map<String, String> getMetadata() {
    return metadata;
  }

  public void setMetadata(@Nullable Map<String, String> metadata) {
    this.metadata = metadata;
  }

  public @Nullable Boolean getMuteAlert() {
    return muteAlert;
  }

  public void setMuteAlert(@Nullable Boolean muteAlert) {
    this.muteAlert = muteAlert;
  }

  public @Nullable Integer getRetries() {
    return retries;
  }

  public void setRetries(@Nullable Integer retries) {
    this.retries = retries;
  }

  public @Nullable Boolean getDisableTLS() {
    return disableTLS;
  }

  public void setDisableTLS(@Nullable Boolean disableTLS) {
    this.disableTLS = disableTLS;
  }
}
