package io.burgee.operator.canary;

import java.util.List;

/** A Canary that can't be released as it is written; says all that has to change, at once. */
final class Invalid extends Exception {
  private static final long serialVersionUID = 1L;

  Invalid(List<String> problems) {
    super(String.join("; ", problems));
  }
}
