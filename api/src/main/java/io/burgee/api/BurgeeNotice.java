package io.burgee.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that is recorded and not yet known to be delivered. */
public class BurgeeNotice extends Extensible {
  private @Nullable String id;
  private @Nullable String type;
  private @Nullable String message;
  @Timestamp private @Nullable Instant at;

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }

  public @Nullable String getMessage() {
    return message;
  }

  public void setMessage(@Nullable String message) {
    this.message = message;
  }

  public @Nullable Instant getAt() {
    return at;
  }

  public void setAt(@Nullable Instant at) {
    this.at = at;
  }
}
