package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** What is released, how its traffic reaches it, and what has to hold before all of it does. */
public class CanarySpec extends Extensible {
  private @Nullable String provider;
  private @Nullable String metricsServer;
  private @Nullable LocalObjectReference targetRef;
  private @Nullable AutoscalerReference autoscalerRef;
  private @Nullable LocalObjectReference ingressRef;
  private @Nullable LocalObjectReference routeRef;
  private @Nullable CrossNamespaceObjectReference upstreamRef;
  private @Nullable CanaryService service;
  private @Nullable CanaryAnalysis analysis;
  @Whole private @Nullable Integer progressDeadlineSeconds;
  private @Nullable Boolean skipAnalysis;
  private @Nullable Boolean revertOnDeletion;
  private @Nullable Boolean suspend;
  private @Nullable BurgeeSpec burgee;

  /** Mesh or ingress; absent means the operator's default. */
  public @Nullable String getProvider() {
    return provider;
  }

  public void setProvider(@Nullable String provider) {
    this.provider = provider;
  }

  /** Prometheus of this canary; absent means the operator's default. */
  public @Nullable String getMetricsServer() {
    return metricsServer;
  }

  public void setMetricsServer(@Nullable String metricsServer) {
    this.metricsServer = metricsServer;
  }

  public @Nullable LocalObjectReference getTargetRef() {
    return targetRef;
  }

  public void setTargetRef(@Nullable LocalObjectReference targetRef) {
    this.targetRef = targetRef;
  }

  public @Nullable AutoscalerReference getAutoscalerRef() {
    return autoscalerRef;
  }

  public void setAutoscalerRef(@Nullable AutoscalerReference autoscalerRef) {
    this.autoscalerRef = autoscalerRef;
  }

  public @Nullable LocalObjectReference getIngressRef() {
    return ingressRef;
  }

  public void setIngressRef(@Nullable LocalObjectReference ingressRef) {
    this.ingressRef = ingressRef;
  }

  public @Nullable LocalObjectReference getRouteRef() {
    return routeRef;
  }

  public void setRouteRef(@Nullable LocalObjectReference routeRef) {
    this.routeRef = routeRef;
  }

  public @Nullable CrossNamespaceObjectReference getUpstreamRef() {
    return upstreamRef;
  }

  public void setUpstreamRef(@Nullable CrossNamespaceObjectReference upstreamRef) {
    this.upstreamRef = upstreamRef;
  }

  public @Nullable CanaryService getService() {
    return service;
  }

  public void setService(@Nullable CanaryService service) {
    this.service = service;
  }

  public @Nullable CanaryAnalysis getAnalysis() {
    return analysis;
  }

  public void setAnalysis(@Nullable CanaryAnalysis analysis) {
    this.analysis = analysis;
  }

  /** How long a rollout may make no progress; absent means 600. */
  public @Nullable Integer getProgressDeadlineSeconds() {
    return progressDeadlineSeconds;
  }

  public void setProgressDeadlineSeconds(@Nullable Integer progressDeadlineSeconds) {
    this.progressDeadlineSeconds = progressDeadlineSeconds;
  }

  public @Nullable Boolean getSkipAnalysis() {
    return skipAnalysis;
  }

  public void setSkipAnalysis(@Nullable Boolean skipAnalysis) {
    this.skipAnalysis = skipAnalysis;
  }

  public @Nullable Boolean getRevertOnDeletion() {
    return revertOnDeletion;
  }

  public void setRevertOnDeletion(@Nullable Boolean revertOnDeletion) {
    this.revertOnDeletion = revertOnDeletion;
  }

  public @Nullable Boolean getSuspend() {
    return suspend;
  }

  public void setSuspend(@Nullable Boolean suspend) {
    this.suspend = suspend;
  }

  public @Nullable BurgeeSpec getBurgee() {
    return burgee;
  }

  public void setBurgee(@Nullable BurgeeSpec burgee) {
    this.burgee = burgee;
  }
}
