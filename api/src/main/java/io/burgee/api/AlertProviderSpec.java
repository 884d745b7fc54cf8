package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** A chat service and how to reach it. */
public class AlertProviderSpec extends Extensible {
  private @Nullable String type;
  private @Nullable String channel;
  private @Nullable String username;
  private @Nullable String address;
  private @Nullable String proxy;
  private @Nullable LocalObjectReference secretRef;

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }

  public @Nullable String getChannel() {
    return channel;
  }

  public void setChannel(@Nullable String channel) {
    this.channel = channel;
  }

  public @Nullable String getUsername() {
    return username;
  }

  public void setUsername(@Nullable String username) {
    this.username = username;
  }

  public @Nullable String getAddress() {
    return address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address;
  }

  public @Nullable String getProxy() {
    return proxy;
  }

  public void setProxy(@Nullable String proxy) {
    this.proxy = proxy;
  }

  public @Nullable LocalObjectReference getSecretRef() {
    return secretRef;
  }

  public void setSecretRef(@Nullable LocalObjectReference secretRef) {
    this.secretRef = secretRef;
  }
}
