package io.burgee.helm.chart;

/** How much one chart, with all charts in it, may still unpack to. */
final class LoadBudget {
  private long bytes = ChartLimits.CHART_BYTES;
  private int files = ChartLimits.FILES;

  long bytes() {
    return bytes;
  }

  /**
   * One file more.
   *
   * @throws ChartException if that is too much
   */
  void take(long size) {
    bytes -= size;
    files--;
    if (bytes < 0) {
      throw tooLarge();
    }
    if (files < 0) {
      throw new ChartException("chart has more than " + ChartLimits.FILES + " files");
    }
  }

  static ChartException tooLarge() {
    return new ChartException(
        "decompressed chart is larger than the maximum size " + ChartLimits.CHART_BYTES);
  }
}
