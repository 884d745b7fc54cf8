package io.burgee.operator.cli;

import org.jspecify.annotations.Nullable;

/** A chart can't be rendered; the message is for the user. */
final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TemplateException(String message) {
    this(message, null);
  }

  TemplateException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
