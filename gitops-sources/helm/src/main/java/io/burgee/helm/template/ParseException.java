package io.burgee.helm.template;

import io.burgee.helm.value.GoException;

/** A text is no template; the message names the template and the line. */
public final class ParseException extends GoException {
  private static final long serialVersionUID = 1;

  ParseException(String message) {
    super(message);
  }
}
