package io.burgee.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast traffic moves to a new revision, and the checks that allow it. */
public class CanaryAnalysis extends Extensible {
  private @Nullable String interval;
  @Whole private @Nullable Integer threshold;
  @Whole private @Nullable Integer iterations;
  @Whole private @Nullable Integer maxWeight;
  @Whole private @Nullable Integer stepWeight;
  @WholeList private @Nullable List<Integer> stepWeights;
  @Whole private @Nullable Integer stepWeightPromotion;
  private @Nullable Boolean mirror;
  @Whole private @Nullable Integer mirrorWeight;
  @Whole private @Nullable Integer primaryReadyThreshold;
  @Whole private @Nullable Integer canaryReadyThreshold;
  private @Nullable List<JsonNode> match;
  private @Nullable List<CanaryMetric> metrics;
  private @Nullable List<CanaryWebhook> webhooks;
  private @Nullable List<CanaryAlert> alerts;
  private @Nullable SessionAffinity sessionAffinity;

  public @Nullable String getInterval() {
    return interval;
  }

  public void setInterval(@Nullable String interval) {
    this.interval = interval;
  }

  /** Failed checks in a run that roll it back. */
  public @Nullable Integer getThreshold() {
    return threshold;
  }

  public void setThreshold(@Nullable Integer threshold) {
    this.threshold = threshold;
  }

  /** Checks of a blue/green or A/B run. */
  public @Nullable Integer getIterations() {
    return iterations;
  }

  public void setIterations(@Nullable Integer iterations) {
    this.iterations = iterations;
  }

  /** Percent at which promotion starts; absent means 100. */
  public @Nullable Integer getMaxWeight() {
    return maxWeight;
  }

  public void setMaxWeight(@Nullable Integer maxWeight) {
    this.maxWeight = maxWeight;
  }

  public @Nullable Integer getStepWeight() {
    return stepWeight;
  }

  public void setStepWeight(@Nullable Integer stepWeight) {
    this.stepWeight = stepWeight;
  }

  /** Percents, instead of equal steps; the last one is the maximum. */
  public @Nullable List<Integer> getStepWeights() {
    return stepWeights;
  }

  public void setStepWeights(@Nullable List<Integer> stepWeights) {
    this.stepWeights = stepWeights;
  }

  /** Percent by which traffic goes back to the primary; absent or 0 means all at once. */
  public @Nullable Integer getStepWeightPromotion() {
    return stepWeightPromotion;
  }

  public void setStepWeightPromotion(@Nullable Integer stepWeightPromotion) {
    this.stepWeightPromotion = stepWeightPromotion;
  }

  public @Nullable Boolean getMirror() {
    return mirror;
  }

  public void setMirror(@Nullable Boolean mirror) {
    this.mirror = mirror;
  }

  public @Nullable Integer getMirrorWeight() {
    return mirrorWeight;
  }

  public void setMirrorWeight(@Nullable Integer mirrorWeight) {
    this.mirrorWeight = mirrorWeight;
  }

  /** Percent of pods that must be available; absent means 100. */
  public @Nullable Integer getPrimaryReadyThreshold() {
    return primaryReadyThreshold;
  }

  public void setPrimaryReadyThreshold(@Nullable Integer primaryReadyThreshold) {
    this.primaryReadyThreshold = primaryReadyThreshold;
  }

  /** Percent of pods that must be available; absent means 100. */
  public @Nullable Integer getCanaryReadyThreshold() {
    return canaryReadyThreshold;
  }

  public void setCanaryReadyThreshold(@Nullable Integer canaryReadyThreshold) {
    this.canaryReadyThreshold = canaryReadyThreshold;
  }

  /** A/B conditions, each one Istio's HTTPMatchRequest. */
  public @Nullable List<JsonNode> getMatch() {
    return match;
  }

  public void setMatch(@Nullable List<JsonNode> match) {
    this.match = match;
  }

  public @Nullable List<CanaryMetric> getMetrics() {
    return metrics;
  }

  public void setMetrics(@Nullable List<CanaryMetric> metrics) {
    this.metrics = metrics;
  }

  public @Nullable List<CanaryWebhook> getWebhooks() {
    return webhooks;
  }

  public void setWebhooks(@Nullable List<CanaryWebhook> webhooks) {
    this.webhooks = webhooks;
  }

  public @Nullable List<CanaryAlert> getAlerts() {
    return alerts;
  }

  public void setAlerts(@Nullable List<CanaryAlert> alerts) {
    this.alerts = alerts;
  }

  public @Nullable SessionAffinity getSessionAffinity() {
    return sessionAffinity;
  }

  public void setSessionAffinity(@Nullable SessionAffinity sessionAffinity) {
    this.sessionAffinity = sessionAffinity;
  }
}
