package io.burgee.helm.template;

import io.burgee.helm.value.GoException;
import org.jspecify.annotations.Nullable;

/**
 * A template failed. The message names the template, line, column and what was evaluated; the cause
 * is the error of a function, if it was one.
 */
public final class ExecException extends GoException {
  private static final long serialVersionUID = 1;

  ExecException(String message, @Nullable Throwable wrapped) {
    super(message, wrapped);
  }
}
