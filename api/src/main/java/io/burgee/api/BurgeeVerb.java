package io.burgee.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was made of a verb that a user gave. */
public class BurgeeVerb extends Extensible {
  private @Nullable String value;
  private @Nullable String refused;
  @Timestamp private @Nullable Instant at;

  /** As in the annotation: who and why. */
  public @Nullable String getValue() {
    return value;
  }

  public void setValue(@Nullable String value) {
    this.value = value;
  }

  /** Why it was not carried out; absent if it was. */
  public @Nullable String getRefused() {
    return refused;
  }

  public void setRefused(@Nullable String refused) {
    this.refused = refused;
  }

  public @Nullable Instant getAt() {
    return at;
  }

  public void setAt(@Nullable Instant at) {
    this.at = at;
  }
}
