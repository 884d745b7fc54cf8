package io.burgee.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last answer of one check and what it was measured against. */
public class BurgeeCheck extends Extensible {
  private @Nullable String name;
  private @Nullable String verdict;
  private @Nullable String why;
  @Real private @Nullable Double value;
  @Real private @Nullable Double min;
  @Real private @Nullable Double max;
  @Whole private @Nullable Integer samples;
  private @Nullable String window;
  private @Nullable String query;
  @Timestamp private @Nullable Instant at;

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getVerdict() {
    return verdict;
  }

  public void setVerdict(@Nullable String verdict) {
    this.verdict = verdict;
  }

  public @Nullable String getWhy() {
    return why;
  }

  public void setWhy(@Nullable String why) {
    this.why = why;
  }

  public @Nullable Double getValue() {
    return value;
  }

  public void setValue(@Nullable Double value) {
    this.value = value;
  }

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

  public @Nullable Integer getSamples() {
    return samples;
  }

  public void setSamples(@Nullable Integer samples) {
    this.samples = samples;
  }

  public @Nullable String getWindow() {
    return window;
  }

  public void setWindow(@Nullable String window) {
    this.window = window;
  }

  public @Nullable String getQuery() {
    return query;
  }

  public void setQuery(@Nullable String query) {
    this.query = query;
  }

  public @Nullable Instant getAt() {
    return at;
  }

  public void setAt(@Nullable Instant at) {
    this.at = at;
  }
}
