package io.burgee.helm.values;

import org.jspecify.annotations.Nullable;

/** Values can't be read or set; the message names the text or file. */
public final class ValuesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ValuesException(String message) {
    this(message, null);
  }

  public ValuesException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
