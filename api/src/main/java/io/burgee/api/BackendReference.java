package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** A Service or another backend, as in the Gateway API. */
public class BackendReference extends Extensible {
  private @Nullable String group;
  private @Nullable String kind;
  private @Nullable String name;
  private @Nullable String namespace;
  @Whole private @Nullable Integer port;

  public @Nullable String getGroup() {
    return group;
  }

  public void setGroup(@Nullable String group) {
    this.group = group;
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

  public @Nullable Integer getPort() {
    return port;
  }

  public void setPort(@Nullable Integer port) {
    this.port = port;
  }
}
