package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Changes to the headers of requests and responses. */
public class HttpHeaders extends Extensible {
  private @Nullable HeaderChanges request;
  private @Nullable HeaderChanges response;

  public @Nullable HeaderChanges getRequest() {
    return request;
  }

  public void setRequest(@Nullable HeaderChanges request) {
    this.request = request;
  }

  public @Nullable HeaderChanges getResponse() {
    return response;
  }

  public void setResponse(@Nullable HeaderChanges response) {
    this.response = response;
  }
}
