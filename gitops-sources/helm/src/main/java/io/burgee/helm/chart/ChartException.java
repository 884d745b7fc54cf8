package io.burgee.helm.chart;

import org.jspecify.annotations.Nullable;

/** A chart can't be loaded, or is wrong; the message names the file and the field. */
public final class ChartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ChartException(String message) {
    this(message, null);
  }

  public ChartException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
