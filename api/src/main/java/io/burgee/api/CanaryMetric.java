package io.burgee.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One metric check: built in, by template or with a query of its own. */
public class CanaryMetric extends Extensible {
  private @Nullable String name;
  private @Nullable String interval;
  @Real private @Nullable Double threshold;
  private @Nullable CanaryThresholdRange thresholdRange;
  private @Nullable String query;
  private @Nullable CrossNamespaceObjectReference templateRef;
  private @Nullable Map<String, String> templateVariables;

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** The window of the query. */
  public @Nullable String getInterval() {
    return interval;
  }

  public void setInterval(@Nullable String interval) {
    this.interval = interval;
  }

  /** Deprecated: a maximum, except for {@code request-success-rate} where it is the minimum. */
  public @Nullable Double getThreshold() {
    return threshold;
  }

  public void setThreshold(@Nullable Double threshold) {
    this.threshold = threshold;
  }

  public @Nullable CanaryThresholdRange getThresholdRange() {
    return thresholdRange;
  }

  public void setThresholdRange(@Nullable CanaryThresholdRange thresholdRange) {
    this.thresholdRange = thresholdRange;
  }

  /** Deprecated: PromQL. */
  public @Nullable String getQuery() {
    return query;
  }

  public void setQuery(@Nullable String query) {
    this.query = query;
  }

  public @Nullable CrossNamespaceObjectReference getTemplateRef() {
    return templateRef;
  }

  public void setTemplateRef(@Nullable CrossNamespaceObjectReference templateRef) {
    this.templateRef = templateRef;
  }

  public @Nullable Map<String, String> getTemplateVariables() {
    return templateVariables;
  }

  public void setTemplateVariables(@Nullable Map<String, String> templateVariables) {
    this.templateVariables = templateVariables;
  }
}
