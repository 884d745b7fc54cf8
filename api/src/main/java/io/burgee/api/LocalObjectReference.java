package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** An object in the namespace of the one that names it; for a Secret only the name is set. */
public class LocalObjectReference extends Extensible {
  private @Nullable String apiVersion;
  private @Nullable String kind;
  private @Nullable String name;

  public @Nullable String getApiVersion() {
    return apiVersion;
  }

  public void setApiVersion(@Nullable String apiVersion) {
    this.apiVersion = apiVersion;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }
}
