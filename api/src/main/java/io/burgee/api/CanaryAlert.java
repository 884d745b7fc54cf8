package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Where a run's alerts go. */
public class CanaryAlert extends Extensible {
  private @Nullable String name;
  private @Nullable String severity;
  private @Nullable CrossNamespaceObjectReference providerRef;

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getSeverity() {
    return severity;
  }

  public void setSeverity(@Nullable String severity) {
    this.severity = severity;
  }

  public @Nullable CrossNamespaceObjectReference getProviderRef() {
    return providerRef;
  }

  public void setProviderRef(@Nullable CrossNamespaceObjectReference providerRef) {
    this.providerRef = providerRef;
  }
}
