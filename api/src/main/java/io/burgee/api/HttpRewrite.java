package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** What a request's path or authority is replaced with. */
public class HttpRewrite extends Extensible {
  private @Nullable String uri;
  private @Nullable String authority;
  private @Nullable String type;

  public @Nullable String getUri() {
    return uri;
  }

  public void setUri(@Nullable String uri) {
    this.uri = uri;
  }

  public @Nullable String getAuthority() {
    return authority;
  }

  public void setAuthority(@Nullable String authority) {
    this.authority = authority;
  }

  /** Gateway API only: {@code ReplacePrefixMatch}; anything else replaces the full path. */
  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }
}
