package io.burgee.helm.chart;

import java.util.Arrays;

/** How large charts may be: Helm's bounds, and one on the number of files. */
final class ChartLimits {
  static final long CHART_BYTES = 100L << 20;
  static final long FILE_BYTES = 5L << 20;
  static final int FILES = 100_000;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ChartLimits() {}

  static byte[] withoutByteOrderMark(byte[] data) {
    boolean marked = data.length >= 3 && Arrays.equals(data, 0, 3, BYTE_ORDER_MARK, 0, 3);
    return marked ? Arrays.copyOfRange(data, 3, data.length) : data;
  }
}
