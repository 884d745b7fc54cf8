package io.burgee.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Flagger's status said when the Canary was taken over. Its names of revisions can't be made
 * again, so they stay in the status while the revisions they name are in force.
 */
public class BurgeeTakeover extends Extensible {
  @Timestamp private @Nullable Instant at;
  private @Nullable String phase;
  private @Nullable String lastAppliedSpec;
  private @Nullable String lastPromotedSpec;
  private @Nullable String seen;
  private @Nullable String promoted;

  public @Nullable Instant getAt() {
    return at;
  }

  public void setAt(@Nullable Instant at) {
    this.at = at;
  }

  /** Flagger's phase at that time. */
  public @Nullable String getPhase() {
    return phase;
  }

  public void setPhase(@Nullable String phase) {
    this.phase = phase;
  }

  /** Flagger's name of the revision that {@link #getSeen} names here. */
  public @Nullable String getLastAppliedSpec() {
    return lastAppliedSpec;
  }

  public void setLastAppliedSpec(@Nullable String lastAppliedSpec) {
    this.lastAppliedSpec = lastAppliedSpec;
  }

  /** Flagger's name of the revision that {@link #getPromoted} names here. */
  public @Nullable String getLastPromotedSpec() {
    return lastPromotedSpec;
  }

  public void setLastPromotedSpec(@Nullable String lastPromotedSpec) {
    this.lastPromotedSpec = lastPromotedSpec;
  }

  public @Nullable String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = seen;
  }

  public @Nullable String getPromoted() {
    return promoted;
  }

  public void setPromoted(@Nullable String promoted) {
    this.promoted = promoted;
  }
}
