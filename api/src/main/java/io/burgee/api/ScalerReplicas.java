package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Bounds that the primary's autoscaler has instead of the target's. */
public class ScalerReplicas extends Extensible {
  @Whole private @Nullable Integer minReplicas;
  @Whole private @Nullable Integer maxReplicas;

  public @Nullable Integer getMinReplicas() {
    return minReplicas;
  }

  public void setMinReplicas(@Nullable Integer minReplicas) {
    this.minReplicas = minReplicas;
  }

  public @Nullable Integer getMaxReplicas() {
    return maxReplicas;
  }

  public void setMaxReplicas(@Nullable Integer maxReplicas) {
    this.maxReplicas = maxReplicas;
  }
}
