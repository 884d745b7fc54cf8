package io.burgee.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metrics service and how to reach it. */
public class MetricTemplateProvider extends Extensible {
  private @Nullable String type;
  private @Nullable String address;
  private @Nullable Map<String, List<String>> headers;
  private @Nullable LocalObjectReference secretRef;
  private @Nullable String region;
  private @Nullable Boolean insecureSkipVerify;

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }

  public @Nullable String getAddress() {
    return address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address;
  }

  public @Nullable Map<String, List<String>> getHeaders() {
    return headers;
  }

  public void setHeaders(@Nullable Map<String, List<String>> headers) {
    this.headers = headers;
  }

  public @Nullable LocalObjectReference getSecretRef() {
    return secretRef;
  }

  public void setSecretRef(@Nullable LocalObjectReference secretRef) {
    this.secretRef = secretRef;
  }

  public @Nullable String getRegion() {
    return region;
  }

  public void setRegion(@Nullable String region) {
    this.region = region;
  }

  public @Nullable Boolean getInsecureSkipVerify() {
    return insecureSkipVerify;
  }

  public void setInsecureSkipVerify(@Nullable Boolean insecureSkipVerify) {
    this.insecureSkipVerify = insecureSkipVerify;
  }
}
