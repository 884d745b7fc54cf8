package io.burgee.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flagger's view of a run, read back from the cluster, and in {@code burgee} what is intended. */
public class CanaryStatus extends Extensible {
  private @Nullable String phase;
  @Whole private @Nullable Integer failedChecks;
  @Whole private @Nullable Integer canaryWeight;
  @Whole private @Nullable Integer iterations;
  private @Nullable Map<String, String> trackedConfigs;
  private @Nullable String lastAppliedSpec;
  private @Nullable String lastPromotedSpec;
  @Timestamp private @Nullable Instant lastTransitionTime;
  private @Nullable String sessionAffinityCookie;
  private @Nullable String previousSessionAffinityCookie;
  private @Nullable String primarySessionAffinityCookie;
  private @Nullable List<CanaryCondition> conditions;
  private @Nullable BurgeeStatus burgee;

  public @Nullable String getPhase() {
    return phase;
  }

  public void setPhase(@Nullable String phase) {
    this.phase = phase;
  }

  public @Nullable Integer getFailedChecks() {
    return failedChecks;
  }

  public void setFailedChecks(@Nullable Integer failedChecks) {
    this.failedChecks = failedChecks;
  }

  public @Nullable Integer getCanaryWeight() {
    return canaryWeight;
  }

  public void setCanaryWeight(@Nullable Integer canaryWeight) {
    this.canaryWeight = canaryWeight;
  }

  public @Nullable Integer getIterations() {
    return iterations;
  }

  public void setIterations(@Nullable Integer iterations) {
    this.iterations = iterations;
  }

  /** {@code configmap/NAME} or {@code secret/NAME} to a checksum. */
  public @Nullable Map<String, String> getTrackedConfigs() {
    return trackedConfigs;
  }

  public void setTrackedConfigs(@Nullable Map<String, String> trackedConfigs) {
    this.trackedConfigs = trackedConfigs;
  }

  public @Nullable String getLastAppliedSpec() {
    return lastAppliedSpec;
  }

  public void setLastAppliedSpec(@Nullable String lastAppliedSpec) {
    this.lastAppliedSpec = lastAppliedSpec;
  }

  public @Nullable String getLastPromotedSpec() {
    return lastPromotedSpec;
  }

  public void setLastPromotedSpec(@Nullable String lastPromotedSpec) {
    this.lastPromotedSpec = lastPromotedSpec;
  }

  public @Nullable Instant getLastTransitionTime() {
    return lastTransitionTime;
  }

  public void setLastTransitionTime(@Nullable Instant lastTransitionTime) {
    this.lastTransitionTime = lastTransitionTime;
  }

  public @Nullable String getSessionAffinityCookie() {
    return sessionAffinityCookie;
  }

  public void setSessionAffinityCookie(@Nullable String sessionAffinityCookie) {
    this.sessionAffinityCookie = sessionAffinityCookie;
  }

  public @Nullable String getPreviousSessionAffinityCookie() {
    return previousSessionAffinityCookie;
  }

  public void setPreviousSessionAffinityCookie(@Nullable String previousSessionAffinityCookie) {
    this.previousSessionAffinityCookie = previousSessionAffinityCookie;
  }

  public @Nullable String getPrimarySessionAffinityCookie() {
    return primarySessionAffinityCookie;
  }

  public void setPrimarySessionAffinityCookie(@Nullable String primarySessionAffinityCookie) {
    this.primarySessionAffinityCookie = primarySessionAffinityCookie;
  }

  public @Nullable List<CanaryCondition> getConditions() {
    return conditions;
  }

  public void setConditions(@Nullable List<CanaryCondition> conditions) {
    this.conditions = conditions;
  }

  public @Nullable BurgeeStatus getBurgee() {
    return burgee;
  }

  public void setBurgee(@Nullable BurgeeStatus burgee) {
    this.burgee = burgee;
  }
}
