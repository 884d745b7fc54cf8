package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Bounds of a metric, inclusive; an absent one doesn't limit. */
public class CanaryThresholdRange extends Extensible {
  @Real private @Nullable Double min;
  @Real private @Nullable Double max;

  public @Nullable Double getMin() {
    return min;
  }

  public void setMin(@Nullable Double min) {
    this.min = min;
  }

  public @Nullable Double getMax() {
    return max;
  }

  public void setMax(@Nullable Double max) {
    this.max = max;
  }
}
