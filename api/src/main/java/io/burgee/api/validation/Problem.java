package io.burgee.api.validation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the user has to change.
 *
 * @param path of the field, as in {@code spec.analysis.metrics[0].interval}
 * @param value that the field has; null when it is missing or too large to repeat
 * @param message what is allowed, starting with "must"
 */
public record Problem(String path, @Nullable Object value, String message) {

  /** One sentence for users. */
  @Override
  public String toString() {
    return value == null ? path + " " + message : path + " is " + value + ", " + message;
  }
}
