package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** An object by name, in another namespace if one is given. */
public class CrossNamespaceObjectReference extends Extensible {
  private @Nullable String apiVersion;
  private @Nullable String kind;
  private @Nullable String name;
  private @Nullable String namespace;

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

  public @Nullable String getNamespace() {
    return namespace;
  }

  public void setNamespace(@Nullable String namespace) {
    this.namespace = namespace;
  }
}
