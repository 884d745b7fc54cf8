package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** One more receiver of a copy of each request; Gateway API only. */
public class HttpMirror extends Extensible {
  private @Nullable BackendReference backendRef;

  public @Nullable BackendReference getBackendRef() {
    return backendRef;
  }

  public void setBackendRef(@Nullable BackendReference backendRef) {
    this.backendRef = backendRef;
  }
}
