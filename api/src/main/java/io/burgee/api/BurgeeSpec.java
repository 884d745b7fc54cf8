package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Settings that Flagger doesn't have. */
public class BurgeeSpec extends Extensible {
  private @Nullable String drainDelay;
  private @Nullable String onUnknown;

  /** How long a side without traffic keeps its pods. */
  public @Nullable String getDrainDelay() {
    return drainDelay;
  }

  public void setDrainDelay(@Nullable String drainDelay) {
    this.drainDelay = drainDelay;
  }

  /** What follows when checks have no answer for too long: {@code RollBack} or {@code Wait}. */
  public @Nullable String getOnUnknown() {
    return onUnknown;
  }

  public void setOnUnknown(@Nullable String onUnknown) {
    this.onUnknown = onUnknown;
  }
}
