package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** A query and where to ask it. */
public class MetricTemplateSpec extends Extensible {
  private @Nullable MetricTemplateProvider provider;
  private @Nullable String query;

  public @Nullable MetricTemplateProvider getProvider() {
    return provider;
  }

  public void setProvider(@Nullable MetricTemplateProvider provider) {
    this.provider = provider;
  }

  /** Go template text. */
  public @Nullable String getQuery() {
    return query;
  }

  public void setQuery(@Nullable String query) {
    this.query = query;
  }
}
