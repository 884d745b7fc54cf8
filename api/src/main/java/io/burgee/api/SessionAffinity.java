package io.burgee.api;

import org.jspecify.annotations.Nullable;

/** Cookies that keep a client on the side that served it first. */
public class SessionAffinity extends Extensible {
  private @Nullable String cookieName;
  private @Nullable String primaryCookieName;
  @Whole private @Nullable Integer maxAge;
  private @Nullable String domain;
  private @Nullable Boolean httpOnly;
  private @Nullable Boolean partitioned;
  private @Nullable String path;
  private @Nullable String sameSite;
  private @Nullable Boolean secure;

  public @Nullable String getCookieName() {
    return cookieName;
  }

  public void setCookieName(@Nullable String cookieName) {
    this.cookieName = cookieName;
  }

  public @Nullable String getPrimaryCookieName() {
    return primaryCookieName;
  }

  public void setPrimaryCookieName(@Nullable String primaryCookieName) {
    this.primaryCookieName = primaryCookieName;
  }

  /** Seconds. */
  public @Nullable Integer getMaxAge() {
    return maxAge;
  }

  public void setMaxAge(@Nullable Integer maxAge) {
    this.maxAge = maxAge;
  }

  public @Nullable String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain;
  }

  public @Nullable Boolean getHttpOnly() {
    return httpOnly;
  }

  public void setHttpOnly(@Nullable Boolean httpOnly) {
    this.httpOnly = httpOnly;
  }

  public @Nullable Boolean getPartitioned() {
    return partitioned;
  }

  public void setPartitioned(@Nullable Boolean partitioned) {
    this.partitioned = partitioned;
  }

  public @Nullable String getPath() {
    return path;
  }

  public void setPath(@Nullable String path) {
    this.path = path;
  }

  public @Nullable String getSameSite() {
    return sameSite;
  }

  public void setSameSite(@Nullable String sameSite) {
    this.sameSite = sameSite;
  }

  public @Nullable Boolean getSecure() {
    return secure;
  }

  public void setSecure(@Nullable Boolean secure) {
    this.secure = secure;
  }
}
