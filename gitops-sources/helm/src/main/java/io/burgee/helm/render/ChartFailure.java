package io.burgee.helm.render;

import io.burgee.helm.value.GoException;

/** A chart says itself that it can't be rendered so; only its words are shown, with the place. */
final class ChartFailure extends GoException {
  private static final long serialVersionUID = 1;

  ChartFailure(String message) {
    super(message);
  }
}
